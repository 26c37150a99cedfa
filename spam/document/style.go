package document

import (
	"strconv"
	"strings"
)

// hiddenStyle returns how a style attribute hides its element, or "". It
// reads declarations one by one and looks at no more than the first 1,000 bytes.
func hiddenStyle(style string) string {
	style = strings.ToLower(style[:min(len(style), 1000)])
	var moved, tiny, clipped bool
	for decl := range strings.SplitSeq(style, ";") {
		name, value, ok := strings.Cut(decl, ":")
		if !ok {
			continue
		}
		name, value = strings.TrimSpace(name), strings.TrimSpace(strings.Replace(value, "!important", "", 1))
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
			if n, ok := length(value); ok && n < 0.1 || name == "font-size" && ok && n <= 1 && strings.HasSuffix(value, "px") {
				return name + ": " + value
			}
		case "color":
			if isWhite(value) && !strings.Contains(style, "background") {
				return "white on white"
			}
			if value == "transparent" {
				return "transparent"
			}
		case "text-indent", "left", "top", "right", "bottom", "margin-left", "margin-top":
			n, ok := length(value)
			moved = moved || ok && n <= -500
		case "width", "height", "max-width", "max-height":
			n, ok := length(value)
			tiny = tiny || ok && n <= 1 && !strings.HasSuffix(value, "em") && !strings.HasSuffix(value, "%")
		case "overflow":
			clipped = clipped || value == "hidden"
		case "clip", "clip-path":
			if strings.Contains(value, "(0") || strings.Contains(value, "(100%)") || strings.Contains(value, "(50%)") {
				return name
			}
		}
	}
	switch {
	case moved:
		return "off screen"
	case tiny && clipped:
		return "no size"
	}
	return ""
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
