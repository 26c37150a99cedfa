package spam

import (
	"strings"
	"testing"

	"github.com/boardspam/boardspam/spam/document"
)

// clean are posts as people write them, of several shapes.
var clean = map[string]Post{
	"comment": {Body: "저도 어제 거기 다녀왔는데 생각보다 사람이 많더라고요 ㅎㅎ 다음엔 평일에 가려고요!"},
	"news": {Body: strings.Repeat("군은 지난 3월부터 하천 둔치 12만 제곱미터에 나무 1,200그루를 심었다고 밝혔다. "+
		"담당자는 “주민이 쉬어 갈 그늘이 늘었다”며 “내년에는 LED 등도 단다”고 말했다.\n", 6)},
	"page": {Body: strings.Repeat("<p>군은 지난 3월부터 하천 둔치에 나무를 심었다고 밝혔다.</p>\n<p><br>담당자는 &ldquo;그늘이 늘었다&rdquo;고 말했다.</p>\n", 6),
		Format: document.HTML},
	"capitals":   {Body: "BTS 노래는 역시 LIVE로 들어야 제맛… 2시간 순삭!!"},
	"English":    {Body: "The train was late again this morning, and nobody told the people on platform two why."},
	"Indonesian": {Body: "Kemarin hujan deras sekali di Bandung, jalanan depan rumah sampai tergenang."},
}

// TestDeskAllocatesNothing reads clean posts and asks all signals about them.
func TestDeskAllocatesNothing(t *testing.T) {
	d := builtin()
	for name, post := range clean {
		k := new(desk)
		judge := func() {
			k.post = post
			k.doc.Reuse(&k.post, d.book)
			k.sink.Run(&k.doc, d.signals)
			k.doc.Forget()
			k.sink.Forget()
		}
		judge() // makes room
		if n := testing.AllocsPerRun(20, judge); n > 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}
