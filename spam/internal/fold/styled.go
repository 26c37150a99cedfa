package fold

import "unicode/utf8"

// Letters of another make that NFKC leaves alone, each list in the order of
// the alphabet that it spells. Source: Unicode names list, 15.0.
const (
	smallCaps  = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ ʏᴢ"
	turned     = "ɐ ɔ ǝɟƃɥᴉɾʞ ɯ    ɹ ʇ ʌʍ ʎ "
	alternates = "ɑ     ɡ                   "
)

// squared spells out the emoji that hold several letters, from U+1F18E.
var squared = [...]string{"ab", "wc", "cl", "cool", "free", "id", "new", "ng", "ok", "sos", "up!", "vs"}

const (
	alphabet26 = "abcdefghijklmnopqrstuvwxyz"
	printable  = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
)

// styled returns the plain text of a letter that NFKC leaves alone or takes
// apart wrongly, and "" for every other rune.
func styled(r rune) string {
	at := -1
	switch {
	case r < 0x183:
	case r >= 0x1d400 && r <= 0x1d6a3: // mathematical, A to Z and a to z in one font after the other
		at = int(r-0x1d400) % 26
	case r >= 0x24b6 && r <= 0x24e9:
		at = int(r-0x24b6) % 26
	case r >= 0xff01 && r <= 0xff5e:
		c := r - 0xff01 + '!'
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		return printable[c-' ' : c-' '+1]
	case r >= 0x1f100 && r < 0x1f200, r >= 0x24eb && r <= 0x24ff, r >= 0x2776 && r <= 0x2793:
		return enclosed(r)
	case r < 0x2c0 || r >= 0x1d00 && r <= 0x1d22 || r >= 0xa730 && r < 0xa7b0:
		if at = index(smallCaps, r); at < 0 {
			if at = index(alternates, r); at < 0 {
				at = index(turned, r)
			}
		}
	default:
		return jamoForm(r)
	}
	if at < 0 {
		return ""
	}
	return alphabet26[at : at+1]
}

// enclosed returns what stands in a square or in a filled circle.
func enclosed(r rune) string {
	switch {
	case r >= 0x1f130 && r <= 0x1f149, r >= 0x1f150 && r <= 0x1f169, r >= 0x1f170 && r <= 0x1f189:
		at := int(r-0x1f130) % 32
		return alphabet26[at : at+1]
	case r >= 0x2776 && r <= 0x2793: // ❶ to ❿, ➀ to ➉, ➊ to ➓
		return ten(int(r-0x2776)%10 + 1)
	case r >= 0x24f5 && r <= 0x24fe: // ⓵ to ⓾
		return ten(int(r-0x24f5) + 1)
	case r == 0x24ff, r == 0x1f10b, r == 0x1f10c:
		return "0"
	case r == 0x1f18e:
		return squared[0]
	case r >= 0x1f18f && r <= 0x1f19a && r != 0x1f190:
		return squaredWord(r)
	}
	return ""
}

// ten returns a number from 1 to 10.
func ten(n int) string {
	const digits = "12345678910"
	if n == 10 {
		return digits[9:]
	}
	return digits[n-1 : n]
}

func squaredWord(r rune) string {
	if r == 0x1f18f {
		return squared[1]
	}
	return squared[r-0x1f191+2]
}

// index returns the number of runes before r in list, or -1.
func index(list string, r rune) int {
	at := 0
	for _, c := range list {
		if c == r {
			return at
		}
		at++
	}
	return -1
}

// flags holds the ISO 3166-1 codes that have a flag, in order.
const flags = "ACADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCPCRCUCVCWCXCYCZ" +
	"DEDGDJDKDMDODZEAECEEEGEHERESETEUFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUICIDIEILIMINIOIQIRISIT" +
	"JEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZ" +
	"OMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQAREROSRSWSARSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTATCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZ" +
	"UAUGUMUNUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW"

// regional folds the run of regional indicators at src[i]: flags stay, a run
// that is not all flags is read as letters.
func (f *folder) regional(i int) int {
	var letters []byte
	end := i
	for end < len(f.src) && len(letters) < 1024 {
		r, n := utf8.DecodeRuneInString(f.src[end:])
		if !regional(r) {
			break
		}
		letters = append(letters, byte(r-0x1f1e6)+'a')
		end += n
	}
	if areFlags(letters) {
		f.Keep(i, end)
		return end
	}
	const width = 4
	for k := range letters {
		f.Put(i+k*width, i+(k+1)*width, string(letters[k:k+1]), Styled)
	}
	return end
}

func areFlags(letters []byte) bool {
	for k := 0; k < len(letters); k += 2 {
		if k+1 == len(letters) || !isFlag(letters[k]-'a'+'A', letters[k+1]-'a'+'A') {
			return false
		}
	}
	return true
}

func isFlag(a, b byte) bool {
	for k := 0; k < len(flags); k += 2 {
		if flags[k] == a && flags[k+1] == b {
			return true
		}
	}
	return false
}
