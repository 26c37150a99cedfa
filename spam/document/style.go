package document

import (
	"iter"
	"strconv"
	"strings"
)

// hiddenStyle returns how a style attribute hides its element, or makes it faint,
// or "".
func hiddenStyle(style string) string {
	var box box
	for name, value := range declarations(style) {
		if why := hiddenBy(name, value); why != "" {
			return why
		}
		box.set(name, value)
	}
	switch {
	case box.moved:
		return "off screen"
	case box.tiny && box.clipped:
		return "no size"
	case box.letters == white && box.ground == white:
		return "white on white"
	case box.letters == white && box.ground == "":
		return whiteLetters
	}
	return ""
}

// declarations yields the properties that a style attribute sets and their values,
// in lower case. It looks at no more than the first 1,000 bytes.
func declarations(style string) iter.Seq2[string, string] {
	return func(yield func(name, value string) bool) {
		style := strings.ToLower(style[:min(len(style), 1000)])
		for decl := range strings.SplitSeq(style, ";") {
			name, value, ok := strings.Cut(decl, ":")
			value = strings.TrimSpace(strings.Replace(value, "!important", "", 1))
			if ok && !yield(strings.TrimSpace(name), value) {
				return
			}
		}
	}
}

// showsAgain reports whether a style attribute makes seen what an element around
// its own hides by such a declaration. Only what is inherited can be set anew.
func showsAgain(style, hidden string) bool {
	property, _, _ := strings.Cut(hidden, ":")
	if property != "font-size" && property != "visibility" {
		return false
	}
	seen := false // the last declaration holds
	for name, value := range declarations(style) {
		if name == property {
			seen = value == "visible" || property == "font-size" && isAbsolute(value) && hiddenBy(name, value) == ""
		}
	}
	return seen
}

// isAbsolute reports whether a size is not one in proportion to that of the
// element around.
func isAbsolute(size string) bool {
	_, ok := length(size)
	return ok && !strings.HasSuffix(size, "%") && (!strings.HasSuffix(size, "em") || strings.HasSuffix(size, "rem"))
}

// hiddenBy returns how one declaration alone hides an element, or "".
func hiddenBy(name, value string) string {
	n, isLength := length(value)
	switch name {
	case "display":
		if value == "none" {
			return "display: none"
		}
	case "visibility":
		if value == "hidden" || value == "collapse" {
			return "visibility: hidden"
		}
	case "opacity", "font-size", "line-height", "zoom":
		if isLength && (n < 0.1 || name == "font-size" && n <= 1 && strings.HasSuffix(value, "px")) {
			return name + ": " + value
		}
	case "color":
		if value == "transparent" {
			return "transparent"
		}
	case "clip", "clip-path":
		if strings.Contains(value, "(0") || strings.Contains(value, "(100%)") || strings.Contains(value, "(50%)") {
			return name
		}
	}
	return ""
}

// A box is where, how large and in which colours an element is drawn.
type box struct {
	moved, tiny, clipped bool
	letters, ground      string // white, another colour, or "" if none is said
}

const white = "white"

func (b *box) set(name, value string) {
	n, ok := length(value)
	switch name {
	case "text-indent", "left", "top", "right", "bottom", "margin-left", "margin-top":
		b.moved = b.moved || ok && n <= -500
	case "width", "height", "max-width", "max-height":
		b.tiny = b.tiny || ok && n <= 1 && !strings.HasSuffix(value, "em") && !strings.HasSuffix(value, "%")
	case "overflow":
		b.clipped = b.clipped || value == "hidden"
	case "color":
		b.letters = colour(value)
	case "background", "background-color":
		b.ground = colour(value)
	}
}

// colour returns white for whatever looks so, and a value of any other colour as
// it is.
func colour(value string) string {
	if isWhite(value) {
		return white
	}
	return value
}

// length returns the number that a CSS value begins with.
func length(value string) (float64, bool) {
	end := 0
	for end < len(value) && strings.IndexByte("+-.0123456789", value[end]) >= 0 {
		end++
	}
	n, err := strconv.ParseFloat(value[:end], 64)
	return n, err == nil
}

func isWhite(value string) bool {
	value = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(value)), " ", "")
	switch value {
	case "white", "#fff", "#ffffff", "#fefefe", "#fdfdfd", "rgb(255,255,255)":
		return true
	}
	return false
}
