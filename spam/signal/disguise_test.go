package signal

import (
	"strings"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
	"golang.org/x/text/unicode/norm"
)

// TestOrdinaryWriting checks that nothing of how people write for fun, from
// habit, or because their language asks for it, is taken for disguise.
func TestOrdinaryWriting(t *testing.T) {
	tests := []struct {
		name   string
		format document.Format
		body   string
	}{
		{"emoji families", 0, "우리 가족 👨‍👩‍👧‍👦 👩🏽‍🚀 🏳️‍🌈 ❤️‍🔥 1️⃣2️⃣3️⃣ 🇰🇷🇯🇵"},
		{"laughing and crying", 0, "ㅋㅋㅋㅋㅋ 아 진짜ㅋㅋ ㅠㅠㅠ 우ㅓㅓ 헐ㅋ그래서ㅋ어쩌라고"},
		{"initials", 0, "ㄱㅅ ㅇㅈ ㄹㅇ ㅊㅋㅊㅋ ㅇㄱㄹㅇ ㅂㅂㅂㄱ, 초성 퀴즈: ㅅㄱㄹ ㅈㄷㅊ ㄴㄹㄷㄹ ㄱㅎㅎㄱㅅ"},
		{"not for translators", 0, "쑥쏘까 넘훼 뛰럽꼬 쉬끄럽씁니다. 한쿡인뜰만 뽀쎼요. 욕씨레 꼼팡이 있꾸 쭈인 뿔찐절해욬. 쩔때 까찌 마쎄여"},
		{"playful syllables", 0, "댕댕이 커엽다 띵작 인정 세젤귀 괄도네넴띤 롬곡옾눞 윾쾌한 머머리"},
		{"NFD from a Mac", 0, norm.NFD.String("휴가 때 카지노 호텔 근처 바닷가에서 사진을 많이 찍었습니다. 파일이름도 한글이에요")},
		{"spaced for solemnity", 0, "축 하 합 니 다\n\n공   지   사   항\n그.러.니.까 내.말.은\n다 음 주 월 요 일"},
		{"vertical", 0, "오\n늘\n도\n\n좋\n은\n하\n루"},
		{"mathematics", 0, "Let 𝑓: ℝ→ℝ, ∀ε>0 ∃δ>0, 𝒙∈𝓧, ⟨ψ|φ⟩, x² + y² ≤ r², σ-algebra, Δx → 0, μm, α-helix"},
		{"a birthday", 0, "𝓗𝓪𝓹𝓹𝔂 𝓑𝓲𝓻𝓽𝓱𝓭𝓪𝔂 우리 막내 🎂 사랑해"},
		{"Persian", 0, "من نمی\u200cخواهم به خانه\u200cی شما بیایم، کتاب\u200cهایم را می\u200cخوانم"},
		{"Hindi and Tamil", 0, "क्\u200dया आप ठीक हैं? श्रीमान् நன்றி வணக்கம்"},
		{"Hebrew and Arabic", 0, "\u200fשלום\u200f, I said \u2067مرحبا بالعالم\u2069 to \u202aeveryone\u202c (\u202bאבג\u202c)."},
		{"Thai", 0, "สวัสดีครับ วันนี้อากาศดีมาก ทำไมคุณไม่มา"},
		{"Vietnamese", 0, "Hôm nay trời đẹp quá, chúng tôi đi chơi ở Hà Nội"},
		{"Vietnamese, NFD", 0, norm.NFD.String("Hôm nay trời đẹp quá, chúng tôi đi chơi ở Hà Nội")},
		{"Russian with Latin names", 0, "Поставил RTX 4070 в ПК, USB-кабель и HDMI-шнур, скачал VPNку, Wi-Fi ок, смски не приходят"},
		{"Greek", 0, "Η Ελλάδα έχει ωραία νησιά, το USB δεν δουλεύει"},
		{"Turkish", 0, "İstanbul'da ılık bir gün, IŞIK ve ışık"},
		{"German and French", 0, "Straße, Œuvre, naïveté, déjà-vu, Ångström, ﬁnal"},
		{"Japanese widths", 0, "ＰＣのＯＳはＷｉｎｄｏｗｓ１０です。ｶﾀｶﾅもＯＫ、３０％オフ"},
		{"Japanese and Chinese", 0, "東京タワーへ行きました。競馬博物館も見学しました。我们去了澳门旅游塔"},
		{"hanja in Korean", 0, "論語에 이르기를 學而時習之 不亦說乎, 故 金某氏 別世, 美·日 정상, 韓國의 家(집)"},
		{"units and signs", 0, "㈜한국 ☎ 02-123-4567 ㎏당 3,000원 35℃ ①②③ ㉠㉡ ⓒ 2026 ™ №5 ½컵"},
		{"pasted from a PDF", 0, "The inter\u00adnational com\u00admit\u00adtee of\u00adficially de\u00adcided"},
		{"gamers", 0, "gg ez n00b pwn3d l33t h4x0r w00t 1v1 me m8, b4 2nite"},
		{"models and numbers", 0, "Galaxy S24 Ultra, i7-13700K, mp3 to mp4, covid19, b2b and p2p, 5G, H2O, 4x4, 3d"},
		{"a password", 0, "초기 비밀번호는 qkrwltjd12 처럼 한영키 안 바꾸고 치면 돼요 dkssudgktpdy"},
		{"encoded by an old editor", document.HTML, "&#50504;&#45397;&#54616;&#49464;&#50836; &#52852;&#51648;&#45432; &#54840;&#53588;&#51060;&#50640;&#50836; &amp; &copy; 2026"},
		{"hints nobody sees", document.HTML, `<a href="#main" class="skip" style="position:absolute;left:-9999px">본문으로</a><img src="a.png" alt="로그인 버튼"><span hidden>닫기</span>`},
		{"marked by a search", document.HTML, "강원랜드 <em>카지</em>노? 아니고 <b>가지노</b>각색"},
		{"a question about HTML", 0, `왜 <span style="display:none">글자</span> 가 보이죠? &nbsp; 는 뭔가요 &lt;b&gt;`},
		{"warning that quotes", 0, "“카지노 사이트 가입하면 3만원” 같은 문자는 사기입니다. 누르지 마세요."},
		{"BOM and blank name", 0, "\ufeffㅤ안녕하세요ㅤ\u200b\n\u200b반갑습니다"},
		{"fillers for blanks", 0, "오늘\u3164뭐해\u3164나는\u3164집에\u3164있어"},
		{"biochemistry", 0, "TGFβ1, IFNγ and NFκB, ΔTmax, PPARγ2, p38α, α-D-glucose, Σxᵢ, λmax"},
		{"letter by letter", 0, "C L A S S  2 0 2 6, T O P 1 0, 𝗧𝗢𝗣 𝟭𝟬 list, 𝐉𝐮𝐧𝐞 𝟐𝟎𝟐𝟔"},
		{"struck through in jest", 0, "내 통장은 t̶e̶x̶t̶ 텅장"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := document.Read(&document.Post{Title: tt.name, Body: tt.body, Format: tt.format})
			var sink Sink
			for _, s := range Builtin() {
				if strings.HasPrefix(s.Name, "disguise/") || strings.HasPrefix(s.Name, "hidden/") {
					sink.Run(d, []Signal{s})
				}
			}
			for _, f := range sink.Findings {
				t.Errorf("%s, strength %d: %q: %s", f.Signal, f.Strength, f.Span.In(d.Post), f.Note)
			}
		})
	}
}
