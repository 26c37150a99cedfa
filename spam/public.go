package spam

import (
	"strings"
	"unicode"
)

// A notice is what the writer of a post is told, in one language. It gives no
// word of the post away, so that it teaches nobody what to avoid.
type notice struct{ hold, reject string }

var notices = map[string]notice{
	"en": {
		"Thank you: your post will appear once a moderator has looked at it.",
		"Your post could not be accepted; if you think that this is a mistake, please tell the moderators.",
	},
	"id": {
		"Terima kasih, kiriman Anda akan tampil setelah diperiksa moderator.",
		"Kiriman Anda tidak dapat diterima; jika menurut Anda ini keliru, silakan hubungi moderator.",
	},
	"ja": {
		"投稿を受け付けました。管理者の確認後に掲載されます。",
		"投稿を受け付けられませんでした。誤りと思われる場合は管理者にお知らせください。",
	},
	"ko": {
		"글이 접수되었으며 운영자가 확인한 뒤에 게시됩니다.",
		"글을 등록하지 못했습니다. 착오라고 생각하시면 운영자에게 알려 주십시오.",
	},
	"ru": {
		"Спасибо, сообщение появится после проверки модератором.",
		"Сообщение не принято; если это ошибка, пожалуйста, напишите модераторам.",
	},
	"zh": {
		"您的帖子已收到，经版主查看后即会显示。",
		"您的帖子未能发布；如认为有误，请联系版主。",
	},
}

// public returns the notice for the writer of p in the language of the post,
// and nothing if the post passes.
func public(p *Post, a Action) string {
	switch n := notices[language(p)]; a {
	case Hold:
		return n.hold
	case Reject:
		return n.reject
	}
	return ""
}

const (
	languageSample = 400 // letters that a language is told by
	syllable       = 6   // Latin letters that one syllable or ideograph outweighs; addresses are Latin everywhere
)

// language returns the key of notices that suits p: the post's own hint, or
// else the script that its beginning is in.
func language(p *Post) string {
	hint, _, _ := strings.Cut(strings.ToLower(p.Lang), "-")
	if _, ok := notices[hint]; ok {
		return hint
	}
	n := countLetters(p)
	switch top := max(n.latin, n.hangul, n.kana+n.han, n.cyrillic); {
	case top == n.latin:
		return "en"
	case top == n.hangul:
		return "ko"
	case top == n.cyrillic:
		return "ru"
	case n.kana > 0:
		return "ja"
	}
	return "zh"
}

// letterCounts say how much of a text is in which letters.
type letterCounts struct{ latin, hangul, kana, han, cyrillic int }

// countLetters counts the letters that p begins with, a syllable or an ideograph
// as several.
func countLetters(p *Post) (n letterCounts) {
	letters := 0
	for _, text := range [...]string{p.Title, p.Body} {
		for _, r := range text {
			if letters == languageSample {
				return n
			}
			if !unicode.IsLetter(r) {
				continue
			}
			letters++
			switch {
			case r < unicode.MaxLatin1:
				n.latin++
			case unicode.Is(unicode.Hangul, r):
				n.hangul += syllable
			case unicode.In(r, unicode.Hiragana, unicode.Katakana):
				n.kana += syllable
			case unicode.Is(unicode.Han, r):
				n.han += syllable
			case unicode.Is(unicode.Cyrillic, r):
				n.cyrillic++
			}
		}
	}
	return n
}
