package corpus

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

// A sqlTable is a table of a board's database that holds posts.
type sqlTable struct {
	format  document.Format
	columns string // as the board makes it, for dumps that do not name them
}

// sqlTables maps the end of a table's name to what is known of it. Gnuboard
// has a table for each board, named "g5_write_" and the board.
var sqlTables = map[string]sqlTable{
	"write_": {document.Plain, `wr_id wr_num wr_reply wr_parent wr_is_comment wr_comment wr_comment_reply ca_name wr_option
		wr_subject wr_content wr_seo_title wr_link1 wr_link2 wr_link1_hit wr_link2_hit wr_hit wr_good wr_nogood mb_id
		wr_password wr_name wr_email wr_homepage wr_datetime wr_file wr_last wr_ip wr_facebook_user wr_twitter_user
		wr_1 wr_2 wr_3 wr_4 wr_5 wr_6 wr_7 wr_8 wr_9 wr_10`},
	"shop_item_use": {document.HTML, `is_id it_id mb_id is_name is_password is_score is_subject is_content is_time is_ip is_confirm`},
	"documents":     {document.HTML, ""}, // Rhymix and XE
	"comments":      {document.HTML, ""},
}

// tableOf returns what is known of a table, and the board whose posts it holds.
func tableOf(name string) (t sqlTable, board string, ok bool) {
	if i := strings.LastIndex(name, "write_"); i == 0 || i > 0 && name[i-1] == '_' {
		return sqlTables["write_"], name[i+len("write_"):], true
	}
	for end, t := range sqlTables {
		if rest, ok := strings.CutSuffix(name, end); ok && (rest == "" || strings.HasSuffix(rest, "_")) {
			return t, end, true
		}
	}
	return sqlTable{}, "", false
}

// looksSQL reports whether text begins as a dump of MySQL does.
func looksSQL(head []byte) bool {
	for _, mark := range []string{"-- MySQL dump", "-- MariaDB dump", "-- phpMyAdmin SQL Dump", "CREATE TABLE", "INSERT INTO"} {
		if i := bytes.Index(head, []byte(mark)); i >= 0 && (i == 0 || head[i-1] == '\n') {
			return true
		}
	}
	return false
}

// readSQL reads the posts in a dump of MySQL: the rows of the tables that are
// known to hold posts, whatever columns they have been given.
func readSQL(r *bufio.Reader, f File) iter.Seq2[Sample, error] {
	return func(yield func(Sample, error) bool) {
		d := &dump{sqlScanner: sqlScanner{r: r, line: 1}, file: f.Name, own: f.Columns, columns: make(map[string][]string)}
		for {
			err := d.statement(yield)
			var wrong *sqlError
			switch {
			case err == nil:
				continue
			case err == errStopped || err == io.EOF:
				return
			case errors.As(err, &wrong):
				if !yield(Sample{}, &LineError{f.Name, d.line, err}) || d.skip() != nil {
					return
				}
				continue
			}
			yield(Sample{}, fmt.Errorf("corpus: %s: %w", f.Name, err))
			return
		}
	}
}

// errStopped says that the reader of a sequence wants no more.
var errStopped = errors.New("stopped")

// A sqlError is a statement that is not understood. The next may be.
type sqlError struct{ reason string }

func (e *sqlError) Error() string { return e.reason }

// A dump reads statement by statement.
type dump struct {
	sqlScanner
	file    string
	own     map[string]string   // fields of columns, asked first
	columns map[string][]string // of the tables that were created
}

// statement reads one statement with its semicolon.
func (d *dump) statement(yield func(Sample, error) bool) error {
	word, err := d.token()
	if err != nil {
		return err
	}
	switch strings.ToUpper(word.text) {
	case ";":
		return nil
	case "CREATE":
		return d.create()
	case "INSERT", "REPLACE":
		return d.insert(yield)
	}
	return d.skip()
}

// create learns the columns of a table: the quoted names that begin the items
// between its parentheses.
func (d *dump) create() error {
	name, first := "", true
	var columns []string
	for depth := 0; ; {
		t, err := d.token()
		if err != nil {
			return err
		}
		switch {
		case t.kind == sqlSign && t.text == "(":
			depth++
			first = depth == 1
			continue
		case t.kind == sqlSign && t.text == ")":
			depth--
		case t.kind == sqlSign && t.text == ";":
			d.columns[name] = columns
			return nil
		case t.kind == sqlSign && t.text == ",":
			first = depth == 1
			continue
		case t.kind == sqlName && depth == 0 && name == "":
			name = t.text
		case t.kind == sqlName && depth == 1 && first && len(columns) < maxColumns:
			columns = append(columns, t.text)
		}
		first = false
	}
}

// maxColumns is the number of columns that a table may have in MySQL.
const maxColumns = 4096

// insert reads the rows of an INSERT.
func (d *dump) insert(yield func(Sample, error) bool) error {
	var name string
	var columns []string
	for {
		t, err := d.token()
		if err != nil {
			return err
		}
		switch word := strings.ToUpper(t.text); {
		case t.kind == sqlName && name == "", t.kind == sqlWord && name == "" && word != "INTO" && word != "IGNORE":
			name = t.text
			if _, _, ok := tableOf(name); !ok {
				return d.skip()
			}
		case t.kind == sqlSign && t.text == "(":
			if columns, err = d.list(); err != nil {
				return err
			}
		case t.kind == sqlWord && word == "VALUES":
			return d.rows(name, columns, yield)
		case t.kind == sqlSign && t.text == ";":
			return nil
		}
	}
}

// rows reads the rows behind VALUES.
func (d *dump) rows(name string, columns []string, yield func(Sample, error) bool) error {
	table, board, _ := tableOf(name)
	if columns == nil {
		columns = d.columns[name]
	}
	if columns == nil {
		columns = strings.Fields(table.columns)
	}
	fields := headers(columns, d.own)
	for {
		t, err := d.token()
		if err != nil {
			return err
		}
		if t.text == ";" && t.kind == sqlSign {
			return nil
		} else if t.text != "(" || t.kind != sqlSign {
			continue
		}
		line := d.line
		values, err := d.list()
		if err != nil {
			return err
		}
		s, err := d.post(values, columns, fields)
		if err != nil {
			s, err = Sample{}, &LineError{d.file, line, fmt.Errorf("%s: %w", name, err)}
		} else {
			s.finish(table, board)
		}
		s.Line = line
		if !yield(s, err) {
			return errStopped
		}
	}
}

// post makes a sample of a row.
func (d *dump) post(values, columns, fields []string) (Sample, error) {
	if len(values) != len(columns) {
		return Sample{}, fmt.Errorf("%d values for %d columns", len(values), len(columns))
	}
	var s Sample
	for i, v := range values {
		switch columns[i] {
		case "wr_option":
			if strings.Contains(v, "html") {
				s.Format = document.HTML
			}
		case "is_confirm": // the shop's keeper has let the review through
			if v == "1" {
				s.Label = Ham
			}
		}
		if fields[i] != "" && v != "" {
			if err := s.set(fields[i], v); err != nil {
				return Sample{}, err
			}
		}
	}
	return s, nil
}

// finish adds what the table says of all its posts.
func (s *Sample) finish(t sqlTable, board string) {
	s.Format = max(s.Format, t.format)
	s.Board = board
	if s.ID != "" {
		s.ID = board + "/" + s.ID
	}
}
