package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/boardspam/boardspam/corpus"
)

// rspamdNetwork are the modules of rspamd that ask others.
var rspamdNetwork = []string{"rbl", "surbl", "fuzzy_check", "spf", "dkim", "dmarc", "arc", "asn", "mx_check", "url_redirector", "phishing", "rspamd_update"}

// rspamdWorkers is how many of its workers judge.
const rspamdWorkers = 2

// beginRspamd starts rspamd as Debian sets it up, without what needs a network
// and without Redis, and waits until its workers are ready.
func beginRspamd(b *bed) (judge, error) {
	if !isInstalled("rspamd", "rspamd") {
		return nil, nil
	}
	dir := b.path("rspamd")
	address, err := configureRspamd(dir)
	if err != nil {
		return nil, err
	}
	log, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		return nil, err
	}
	defer log.Close()
	daemon := exec.Command("rspamd", "--no-fork", "--insecure", "-c", "/etc/rspamd/rspamd.conf",
		"--var=LOCAL_CONFDIR="+dir, "--var=DBDIR="+dir, "--var=RUNDIR="+dir)
	daemon.Stdout, daemon.Stderr = log, log
	if err := daemon.Start(); err != nil {
		return nil, err
	}
	b.ends = append(b.ends, func() {
		daemon.Process.Signal(os.Interrupt)
		daemon.Wait()
	})
	workers, err := waitForRspamd(log.Name())
	if err != nil {
		return nil, err
	}
	return func(posts []corpus.Sample) (time.Duration, error) {
		before, err := processorTimeOf(workers)
		if err != nil {
			return 0, err
		}
		for i := range posts {
			if err := askRspamd("http://"+address+"/checkv2", mailOf(&posts[i])); err != nil {
				return 0, err
			}
		}
		after, err := processorTimeOf(workers)
		return after - before, err
	}, nil
}

// configureRspamd writes what is not as Debian sets it up, and returns the
// address of the workers.
func configureRspamd(dir string) (address string, err error) {
	local := filepath.Join(dir, "local.d")
	if err := os.MkdirAll(local, 0o700); err != nil {
		return "", err
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer free.Close()
	address = free.Addr().String()
	files := map[string]string{
		"worker-normal.inc":     fmt.Sprintf("bind_socket = %q; count = %d;", address, rspamdWorkers),
		"worker-controller.inc": "count = 0;",
		"worker-proxy.inc":      "count = 0;",
		"logging.inc":           `type = "console"; level = "info";`,
	}
	for _, m := range rspamdNetwork {
		files[m+".conf"] = "enabled = false;"
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(local, name), []byte(text+"\n"), 0o600); err != nil {
			return "", err
		}
	}
	return address, nil
}

// waitForRspamd waits until the workers say that their patterns are compiled,
// and returns their process numbers.
func waitForRspamd(log string) ([]int, error) {
	for start := time.Now(); time.Since(start) < 2*time.Minute; time.Sleep(100 * time.Millisecond) {
		text, err := os.ReadFile(log)
		if err != nil {
			return nil, err
		}
		var ready []int
		for line := range strings.Lines(string(text)) { // 2026-11-23 01:12:49 #3966(normal) …
			_, rest, _ := strings.Cut(line, "#")
			number, rest, ok := strings.Cut(rest, "(normal) ")
			if ok && strings.Contains(rest, "hyperscan database") && strings.Contains(rest, "has been loaded") {
				worker, err := strconv.Atoi(number)
				if err != nil {
					return nil, err
				}
				ready = append(ready, worker)
			}
		}
		if len(ready) == rspamdWorkers {
			return ready, nil
		}
	}
	return nil, fmt.Errorf("the workers do not become ready: see %s", log)
}

func askRspamd(url, mail string) error {
	answer, err := http.Post(url, "message/rfc822", strings.NewReader(mail))
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err == nil && !bytes.Contains(text, []byte(`"score"`)) {
		err = fmt.Errorf("%w: %s %s", errAnswer, answer.Status, text)
	}
	return err
}

// processorTimeOf returns the processor time that processes have taken so far.
func processorTimeOf(processes []int) (sum time.Duration, err error) {
	const tick = 10 * time.Millisecond
	for _, p := range processes {
		stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p))
		if err != nil {
			return 0, err
		}
		fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
		for _, field := range fields[11:13] { // utime, stime
			n, err := strconv.Atoi(field)
			if err != nil {
				return 0, err
			}
			sum += time.Duration(n) * tick
		}
	}
	return sum, nil
}
