# Prints the score of each file of mail that a line of standard input names.
use strict;
use warnings;
use Mail::SpamAssassin;

my $filter = Mail::SpamAssassin->new({
    local_tests_only   => 1,
    dont_copy_prefs    => 1,
    userprefs_filename => '/dev/null',
});
$filter->compile_now(0);
while (my $name = <STDIN>) {
    chomp $name;
    open my $file, '<', $name or die "$name: $!";
    my $mail = $filter->parse(do { local $/; <$file> });
    my $status = $filter->check($mail);
    printf "%.1f\n", $status->get_score();
    $status->finish();
    $mail->finish();
}
