package signal

import (
	"encoding/base64"
	"strings"
)

// decodeBase64 returns what a run of isBase64 stands for, up to where it is
// broken.
func decodeBase64(code string) string {
	plain, _ := base64.RawStdEncoding.DecodeString(strings.TrimRight(code, "="))
	return string(plain)
}

// isBase64 reports whether c is one of the 64 letters, or the sign at the end.
func isBase64(c byte) bool {
	return isAlnum(c) || isAlpha(c|0x20) || c == '+' || c == '/' || c == '='
}
