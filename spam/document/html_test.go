package document

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestTagsAsTokenizer checks that links are found in the tags that the
// tokenizer of golang.org/x/net/html finds, with the values that it gives.
func TestTagsAsTokenizer(t *testing.T) {
	for _, s := range []string{
		`<a href="http://a.example">x</a>`, `<a href='b'>x</a>`, `<a href=c>x</a>`, `<A HREF = "d" >x</A>`,
		`<a  title="x>y" href="e">x`, `<a/href="f">`, `<a href="g"/>`, `<a href=h/>`, `<a href="i"class="x">`,
		`<a =x href="j">`, `<a "x" href="k">`, `< a href="l">`, `<a href>x</a><a href="m">`, `<a href="">x</a>`,
		`a < b <a href="n">`, `<1><a href="o">`, `</ a><a href="p">`, `</a href="q"><a href="r">`, `<!-- <a href="s"> --><a href="t">`,
		`<!doctype html><a href="u">`, `<? php ?><a href="v">`, `<script>"<a href='w'>"</script><a href="x">`,
		`<style><a href="y"></style><a href="z">`, `<textarea><a href="a"></textarea><a href="b">`, `<title><a href="c"></TITLE ><a href="d">`,
		`<a href="e&amp;f">`, `<a href="g&lt;h&#105;">`, "<a\nhref\n=\n\"i\"\n>", `<b><a href="j"</b>>`, `<abbr href="m"><a href="n">`,
	} {
		page := new(pageRoom).read(s, htmlTags)
		var got []string
		for _, l := range page.links {
			if l.role == Target {
				got = append(got, attributeValue(s[l.start:l.end]))
			}
		}
		if want := tokenizerLinks(s); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

func tokenizerLinks(s string) (links []string) {
	for z := html.NewTokenizer(strings.NewReader(s)); z.Next() != html.ErrorToken; {
		token := z.Token()
		if token.Data != "a" || token.Type != html.StartTagToken && token.Type != html.SelfClosingTagToken {
			continue
		}
		for _, a := range token.Attr {
			if a.Key == "href" && a.Val != "" {
				links = append(links, a.Val)
			}
		}
	}
	return links
}
