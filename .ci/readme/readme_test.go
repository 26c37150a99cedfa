package readme

import "testing"

func TestReplace(t *testing.T) {
	figures := Table{{"posts", "found"}, {"`made`", "95 %"}}.String()
	got, ok := replace("a\n"+begin("speed")+"old\n"+end("speed")+"z\n", "speed", figures)
	want := "a\n" + `<!-- speed: written by go run ./.ci/speed README.md -->

| posts | found |
| --- | ---: |
| ` + "`made`" + ` | 95 % |

<!-- end of speed -->
z
`
	if !ok || got != want {
		t.Errorf("%v\n%s\nwant\n%s", ok, got, want)
	}
	if got, want := begin("peers curve"), "<!-- curve: written by go run ./.ci/peers curve README.md -->\n"; got != want {
		t.Errorf("%s", got)
	}
	if _, ok := replace(begin("speed"), "speed", figures); ok {
		t.Error("replaced what has no end")
	}
}
