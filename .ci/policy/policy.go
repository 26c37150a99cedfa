package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
)

// A policy says what each room may import, as paths within the module and
// modules outside it.
type policy struct {
	rooms map[string][]string
	order []string // as written, top floor first
}

// The rooms that a policy need not list, since they are none.
const (
	anything = "*"    // a room of its own module
	tests    = "test" // what tests may import besides
)

// parsePolicy reads lines of "room: import import …".
func parsePolicy(name, text string) (*policy, error) {
	p := &policy{rooms: make(map[string][]string)}
	for i, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		room, imports, ok := strings.Cut(line, ":")
		if !ok || p.rooms[room] != nil {
			return nil, fmt.Errorf("%s:%d: %q: a room stands once, before a colon", name, i+1, line)
		}
		p.rooms[room] = append([]string{}, strings.Fields(imports)...)
		p.order = append(p.order, room)
	}
	return p, nil
}

// check returns what is wrong with the imports of some packages, and with the
// policy where it lets a room import one above it.
func (p *policy) check(packages []goPackage) (faults []string) {
	for i, room := range p.order {
		for _, lower := range p.rooms[room] {
			if j := slices.Index(p.order, lower); room != tests && j >= 0 && j < i {
				faults = append(faults, fmt.Sprintf("%s may not import %s, a room above it", room, lower))
			}
		}
	}
	for _, pkg := range packages {
		room := strings.TrimPrefix(pkg.ImportPath, pkg.Module.Path+"/")
		allowed, ok := p.rooms[room]
		if !ok {
			faults = append(faults, fmt.Sprintf("%s: no line says what it may import", room))
			continue
		}
		faults = append(faults, foreign(pkg, pkg.Imports, allowed, "")...)
		inTests := slices.Concat(allowed, p.rooms[tests], []string{room})
		faults = append(faults, foreign(pkg, slices.Concat(pkg.TestImports, pkg.XTestImports), inTests, "a test of ")...)
	}
	return faults
}

// foreign returns a fault for each import that is not allowed.
func foreign(pkg goPackage, imports, allowed []string, who string) (faults []string) {
	room := strings.TrimPrefix(pkg.ImportPath, pkg.Module.Path+"/")
	for _, path := range imports {
		local, own := strings.CutPrefix(path, pkg.Module.Path+"/")
		first, _, _ := strings.Cut(path, "/")
		if !own && !strings.Contains(first, ".") || slices.Contains(allowed, anything) {
			continue
		}
		if !slices.ContainsFunc(allowed, func(a string) bool {
			return local == a || !own && strings.HasPrefix(path, a+"/")
		}) {
			faults = append(faults, fmt.Sprintf("%s%s may not import %s", who, room, local))
		}
	}
	return faults
}

// drawers are the names that say nothing of what is inside.
var drawers = map[string]bool{"util": true, "utils": true, "common": true, "helper": true, "helpers": true, "base": true, "types": true, "misc": true, "lib": true}

// The lengths that are still read with pleasure, in lines. A function should
// stay under 40; one long switch or table may take a few more.
const (
	maxFile     = 400
	maxFunction = 60
)

// checkSource checks a hand-written file.
func checkSource(path string, source []byte) (faults []string) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return []string{err.Error()}
	}
	if ast.IsGenerated(file) {
		return nil
	}
	if n := fset.File(file.FileStart).LineCount(); n > maxFile {
		faults = append(faults, fmt.Sprintf("%s: %d lines, more than %d", path, n, maxFile))
	}
	for _, decl := range file.Decls {
		f, ok := decl.(*ast.FuncDecl)
		if !ok || f.Body == nil || strings.HasSuffix(path, "_test.go") {
			continue
		}
		from, to := fset.Position(f.Body.Lbrace), fset.Position(f.Body.Rbrace)
		if n := to.Line - from.Line - 1; n > maxFunction {
			faults = append(faults, fmt.Sprintf("%s:%d: %s has %d lines, more than %d", path, from.Line, f.Name.Name, n, maxFunction))
		}
	}
	return faults
}
