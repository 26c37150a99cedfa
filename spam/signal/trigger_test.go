package signal

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/.ci/shared"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestNeeds compares what the signals find in all posts of testdata with what
// they find if every one of them is asked.
func TestNeeds(t *testing.T) {
	compareNeeds(t, func(compare func(name string, d *document.Document)) { eachCase(t, compare) })
}

// TestNeedsOfPosts does the same with real posts.
func TestNeedsOfPosts(t *testing.T) {
	const enough = 600 // posts of a set
	compareNeeds(t, func(compare func(name string, d *document.Document)) {
		for _, set := range []string{"ko_news_ham", "ko_petitions_ham", "ko_sms_spam_lgai", "id_judol_gbennnn", "ru_telegram_tizhproger", "stackexchange", "spamassassin_email"} {
			texts, _ := shared.Texts(t, set)
			for i, text := range texts[:min(enough, len(texts))] {
				compare(fmt.Sprintf("%s, post %d", set, i+1), document.Read(&document.Post{Body: text}))
			}
		}
	})
}

func compareNeeds(t *testing.T, each func(compare func(name string, d *document.Document))) {
	all := append([]Signal(nil), Builtin()...)
	for i := range all {
		all[i].Needs, all[i].Also = 0, 0
	}
	var some, every Sink
	each(func(name string, d *document.Document) {
		some.Forget()
		some.Run(d, Builtin())
		every.Forget()
		every.Run(d, all)
		if diff := cmp.Diff(every.Findings, some.Findings); diff != "" {
			t.Errorf("%s: (-all signals asked +as they need):\n%s", name, diff)
		}
	})
}

// TestSinkIsUsedAgain compares what a sink finds that has read other posts with
// what a new one finds, whether or not it was told to forget them.
func TestSinkIsUsedAgain(t *testing.T) {
	var worn, told Sink
	eachCase(t, func(name string, d *document.Document) {
		var fresh Sink
		fresh.Run(d, Builtin())
		worn.Findings = worn.Findings[:0]
		worn.Run(d, Builtin())
		told.Run(d, Builtin())
		for what, used := range map[string]*Sink{"used again": &worn, "told to forget": &told} {
			if diff := cmp.Diff(fresh.Findings, used.Findings, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("%s: (-new +%s):\n%s", name, what, diff)
			}
		}
		told.Forget()
	})
}

// eachCase reads every post of testdata.
func eachCase(t *testing.T, do func(name string, d *document.Document)) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no posts: ", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range strings.Split(string(text), "\n--\n") {
			post, _ := parseCase(c)
			do(fmt.Sprintf("%s, post %d", file, i+1), document.Read(&post))
		}
	}
}
