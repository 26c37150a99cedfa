package corpus_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam/document"
)

func ExampleRead() {
	const table = "번호,제목,내용,구분\n1,난로,귤이 답니다,정상\n2,쿠폰,쿠폰 드려요,스팸\n3,길,미끄럽다,모름\n"
	for s, err := range corpus.Read(strings.NewReader(table), corpus.File{Name: "posts.csv"}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(s.Line, s.Label, s.Title, s.Body)
	}
	// Output:
	// 2 ham 난로 귤이 답니다
	// 3 spam 쿠폰 쿠폰 드려요
	// posts.csv:4: unknown label "모름"
}

func ExampleOrigin() {
	const page = "눈 오는 날\n\n페이지 정보\n\n작성자 눈사람 작성일19-01-05 07:09\n\n본문\n\n귤이 답니다.\n\n댓글목록\n"
	for s := range corpus.Read(strings.NewReader(page), corpus.File{Name: "page.txt"}) {
		fruit := document.Span{Field: document.Body, Start: 0, End: len("귤")}
		at := s.Origin.Span(fruit)
		fmt.Println(at.Start, page[at.Start:at.End])
	}
	// Output: 87 귤
}

func ExampleJournal() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	journal, err := corpus.OpenJournal(filepath.Join(dir, "journal.jsonl"))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer journal.Close()
	post := corpus.Sample{Post: document.Post{ID: "free/7", Body: "쿠폰 드려요"}}
	for _, label := range []corpus.Label{corpus.Spam, corpus.Spam, corpus.Forget} {
		news, err := journal.Learn(post, label)
		fmt.Println(label, news, err)
	}
	// Output:
	// spam true <nil>
	// spam false <nil>
	// forget true <nil>
}
