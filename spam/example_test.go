package spam_test

import (
	"fmt"

	"github.com/boardspam/boardspam/spam"
)

func Example() {
	post := spam.Post{Body: "산장은 다음 달에 문을 연다고 말했 http://41.qzd603.site 바카라사이트추천다."}
	verdict := spam.Check(post)
	fmt.Println(verdict.Action != spam.Pass, verdict.Spans[0].Text)
	fmt.Println(spam.Clean(post, verdict).Body)
	// Output:
	// true http://41.qzd603.site
	// 산장은 다음 달에 문을 연다고 말했다.
}
