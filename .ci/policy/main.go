// Command policy checks that the house stays as it was planned: who imports
// whom, how rooms are named, how long files and functions are.
//
//	go run ./.ci/policy .ci/imports.txt
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"strings"
)

func main() {
	faults, err := check(".", os.Args[1:])
	for _, f := range faults {
		fmt.Fprintln(os.Stderr, f)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	if err != nil || len(faults) > 0 {
		os.Exit(1)
	}
}

// check checks the module in a directory.
func check(dir string, args []string) ([]string, error) {
	if len(args) != 1 {
		return nil, errors.New("usage: policy IMPORTS")
	}
	text, err := os.ReadFile(args[0])
	if err != nil {
		return nil, err
	}
	p, err := parsePolicy(args[0], string(text))
	if err != nil {
		return nil, err
	}
	packages, err := list(dir)
	if err != nil {
		return nil, err
	}
	faults := p.check(packages)
	more, err := checkFiles(os.DirFS(dir))
	return append(faults, more...), err
}

// A goPackage is what go list tells of a package.
type goPackage struct {
	ImportPath                         string
	Module                             struct{ Path string }
	Imports, TestImports, XTestImports []string
}

// list asks the go command for the packages of a module.
func list(dir string) ([]goPackage, error) {
	cmd := exec.Command("go", "list", "-json=ImportPath,Module,Imports,TestImports,XTestImports", "./...")
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	var packages []goPackage
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		if err := d.Decode(&p); err == io.EOF {
			return packages, nil
		} else if err != nil {
			return nil, err
		}
		packages = append(packages, p)
	}
}

// checkFiles checks the names of folders and the length of files and functions.
func checkFiles(files fs.FS) (faults []string, err error) {
	err = fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "node_modules") {
				return fs.SkipDir
			}
			if drawers[d.Name()] {
				faults = append(faults, fmt.Sprintf("%s: a room is named for what it makes", path))
			}
		case strings.HasSuffix(path, ".go"):
			source, err := fs.ReadFile(files, path)
			if err != nil {
				return err
			}
			faults = append(faults, checkSource(path, source)...)
		}
		return nil
	})
	return faults, err
}
