package rules_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/.ci/shared"
	"github.com/boardspam/boardspam/rules"
)

// readTexts returns the texts of the posts of one label in a corpus.
func readTexts(t testing.TB, file, label string) (texts []string) {
	t.Helper()
	data, err := os.ReadFile(shared.File(t, "data/"+file))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		var post struct{ Text, Label string }
		if err := json.Unmarshal([]byte(line), &post); err != nil {
			t.Fatal(err)
		}
		if post.Label == label {
			texts = append(texts, post.Text)
		}
	}
	return texts
}

// BenchmarkPhrasesNews looks for 5,000 words of spam in clean Korean news.
func BenchmarkPhrasesNews(b *testing.B) {
	clean := make(map[string]bool)
	for _, text := range readTexts(b, "train/ko_news_ham.jsonl", "ham") {
		for word := range strings.FieldsSeq(text) {
			clean[word] = true
		}
	}
	var phrases []string
	for _, text := range readTexts(b, "train/ko_sms_spam_lgai.jsonl", "spam") {
		for word := range strings.FieldsSeq(text) {
			if len(word) >= 6 && len(word) < 60 && !clean[word] && len(phrases) < 5000 {
				clean[word] = true
				phrases = append(phrases, word)
			}
		}
	}
	p, err := rules.NewPhrases(phrases)
	if err != nil {
		b.Fatal(err)
	}
	news := strings.Join(readTexts(b, "dev/ko_news_ham.jsonl", "ham"), "\n")
	matches := make([]rules.PhraseMatch, 0, 1<<16)
	b.SetBytes(int64(len(news)))
	b.ReportAllocs()
	for b.Loop() {
		matches = p.Append(matches[:0], news, 1<<16)
	}
}
