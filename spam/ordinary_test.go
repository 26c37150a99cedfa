package spam_test

import (
	"testing"

	"github.com/boardspam/boardspam/spam"
	"golang.org/x/text/unicode/norm"
)

// TestOrdinaryWriting holds posts that play with letters, speak of what spam
// speaks of, or bring a link or a number, as honest people do. All must pass.
func TestOrdinaryWriting(t *testing.T) {
	for name, body := range map[string]string{
		"emoji":                  "주말에 다녀온 캠핑 👨‍👩‍👧‍👦🏕️ 불멍이 최고였어요 🔥🔥 다음엔 바다로 🌊",
		"laughing":               "ㅋㅋㅋㅋㅋㅋ 아 배 아파 ㅠㅠ 이 영상 세 번 봤다 ㅋㅋ",
		"initials":               "ㅇㅈ? ㄹㅇ 맛집 ㅊㅊ ㄱㅅㄱㅅ 내일 ㄱㄱ",
		"spelt for Koreans only": "쭈인 뿐 참 칙철하싞꾸 빵또 꺠끄탬니따. 탸음애 또 올꼐욥",
		"playful syllables":      "우리 집 댕댕이 오늘 머박 커엽다 띵작 나왔다",
		"NFD from a Mac":         norm.NFD.String("회의록 파일을 첨부합니다. 다음 주 화요일까지 검토 부탁드립니다."),
		"mathematics":            "Let 𝑓: ℝ→ℝ be smooth with 𝑓(𝑥)=𝑥² for 𝑥∈[0,1]; then ∫𝑓 = ⅓ and 𝑓′(0)=0.",
		"a birthday":             "𝓗𝓪𝓹𝓹𝔂 𝓑𝓲𝓻𝓽𝓱𝓭𝓪𝔂 to the best sister, see you on Sunday with cake 🎂",
		"Persian":                "امروز می\u200cخواهم درباره\u200cی کتاب\u200cهایی که خوانده\u200cام بنویسم",
		"Hebrew and Arabic":      "\u200fכתבתי מאמר קצר בשם \u2067مرحبا\u2069 ואשמח לשמוע מה דעתכם",
		"Hindi":                  "कल हम सब मिलकर पार्क गए, बच्चों को बहुत मज़ा आया",
		"warning that quotes":    "“첫충 30% 꽁머니 지급” 이런 문자가 오면 누르지 말고 신고하세요. 불법 도박입니다.",
		"English mail":           "Hi all,\n\nI tried the new kernel over the weekend and the sound driver still drops out after an\nhour or so. Has anybody seen this with the 2.4 series? Logs are at\nhttp://www.mossybench.net/logs/ if you want to have a look.\n\nThanks,\nTom\n",
		"English sale":           "For sale: oak dining table, six chairs, a few scratches, £120. Collection only from Leeds, text 07700 900123.",
		"English job":            "Our small bakery is looking for a part-time helper on Saturdays, 6 to 12, £11.50 an hour. Drop in and ask for Jo.",
		"a warning in English":   "Got a mail today: \"your account has been suspended, verify your identity\". It is a scam, do not click the link.",
		"English official":       "I called the number on the back of my card and a person answered at once, no complaints.",
		"Chinese meeting":        "周六下午在图书馆三楼开读书会，想来的同学请在群里报名，带上自己喜欢的书。",
		"Chinese history":        "澳门的历史城区很值得一看，我们住在酒店附近，早上去了博物馆。",
		"Chinese in old letters": "臺灣的高鐵很方便，從臺北到高雄只要一個半小時，便當也好吃。",
		"Japanese circle":        "来月の読書会の参加者を募集しています。参加費は500円、お茶代込みです。申し込みは掲示板にお願いします。",
		"Japanese hiragana":      "きょうは おにいちゃんと こうえんで ぼーるあそびを しました。とても たのしかったです。",
		"Japanese history":       "祖父は昔パチンコ店で働いていたそうで、当時の玉の音の話をよくしてくれました。",
		"Russian talk":           "Поставил новую видеокарту, температура упала на десять градусов. Кто-нибудь менял термопасту на этой модели?",
		"Russian bank":           "Центробанк оставил ключевую ставку без изменений, ипотека вряд ли подешевеет до весны.",
		"Russian sale":           "Отдам котят в добрые руки, два месяца, к лотку приучены. Самовывоз, метро Сокол.",
		"Indonesian comment":     "Videonya bagus banget kak, lagunya bikin kangen masa SMA. Semangat terus ya!",
		"Indonesian class":       "Reuni SMANSA88 diadakan bulan depan, info lengkap tanya ketua angkatan ya.",
		"Indonesian warning":     "Hati-hati penipuan pinjol, jangan kirim foto KTP ke nomor yang tidak dikenal.",
		"Turkish":                "Yarın akşamki maç için bilet bulan var mı? İki kişi olacağız, İstanbul'dan geliyoruz.",
		"a phonetic alphabet":    "In my dialect the word is spoken [ˈɹɛdɪ] and not [ˈredi], which made my teacher laugh.",
		"soft hyphens":           "The inter\u00adnational com\u00admit\u00adtee will meet in Geneva next spring to dis\u00adcuss the findings.",
		"dots between letters":   "Sie kommt aus den U.S.A. und arbeitet z.B. für die N.A.S.A. in Houston.",
	} {
		t.Run(name, func(t *testing.T) {
			if v := spam.Check(spam.Post{Body: body}); v.Action != spam.Pass {
				t.Errorf("%v at %.3f:", v.Action, v.Score)
				for _, r := range v.Reasons {
					t.Logf("%s %.2f %q: %s", r.Signal, r.Weight, r.Span.In(&spam.Post{Body: body}), r.Note)
				}
			}
		})
	}
}
