package linkify_test

import (
	"fmt"

	"github.com/boardspam/boardspam/spam/internal/linkify"
)

func ExampleFind() {
	text := "클릭hxxp://lucky[.]club지금, ｌｕｃｋｙ．ｃｏｍ 또는 lucky 점 com"
	matches, _ := linkify.Find(text)
	for _, m := range matches {
		fmt.Printf("%s: %s (%v)\n", text[m.Start:m.End], m.URL, m.Form)
	}
	// Output:
	// hxxp://lucky[.]club: http://lucky.club (glued before, glued after, defanged)
	// ｌｕｃｋｙ．ｃｏｍ: http://lucky.com (bare, odd dot, styled)
	// lucky 점 com: http://lucky.com (bare, spelled dot, spaced)
}
