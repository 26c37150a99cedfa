package rules_test

import (
	"testing"

	"github.com/boardspam/boardspam/rules"
)

func TestSetIP(t *testing.T) {
	tests := []struct {
		pattern   string
		hit, miss []string
	}{
		{"203.0.113.7", []string{"203.0.113.7", "::ffff:203.0.113.7"}, []string{"203.0.113.8", "", "no address"}},
		{"203.0.113.0/24", []string{"203.0.113.0", "203.0.113.255"}, []string{"203.0.114.0", "::1"}},
		{"203.0.+", []string{"203.0.0.1", "203.0.255.255"}, []string{"203.1.0.0"}},
		{"203.*.*.*", []string{"203.9.9.9"}, []string{"204.0.0.0"}},
		{"203.0.113.9-203.0.114.2", []string{"203.0.113.9", "203.0.113.200", "203.0.114.2"}, []string{"203.0.113.8", "203.0.114.3"}},
		{"0.0.0.0-255.255.255.255", []string{"9.9.9.9"}, []string{"::2"}},
		{"2001:db8::/32", []string{"2001:db8::1", "2001:db8:ffff::"}, []string{"2001:db9::"}},
		{"2001:db8::1-2001:db8::4", []string{"2001:db8::1", "2001:db8::4"}, []string{"2001:db8::5"}},
	}
	for _, tt := range tests {
		set := compile(t, rules.Rule{ID: "ip", Where: rules.InAuthorIP, Pattern: tt.pattern})
		for _, ip := range tt.hit {
			if len(set.AppendIP(nil, ip)) != 1 {
				t.Errorf("%s: %q is not hit", tt.pattern, ip)
			}
		}
		for _, ip := range tt.miss {
			if len(set.AppendIP(nil, ip)) != 0 {
				t.Errorf("%s: %q is hit", tt.pattern, ip)
			}
		}
	}
}

func TestSetIPRefuses(t *testing.T) {
	for _, pattern := range []string{"x", "1.2.3.4.5", "1.*.3.4", "*", "1.2.3.4-1.2.3.3", "1.2.3.4-::1", "1.2.3.0/33", "1.2.3.*x"} {
		if _, err := rules.Compile([]rules.Rule{{ID: "ip", Where: rules.InAuthorIP, Pattern: pattern}}); err == nil {
			t.Errorf("%q: no error", pattern)
		}
	}
}
