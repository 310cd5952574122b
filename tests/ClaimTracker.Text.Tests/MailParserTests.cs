using System.Text;

namespace ClaimTracker.Text.Tests;

public sealed class MailParserTests
{
    private const string Head =
        "From: =?utf-8?q?In=C3=A9s_Holm?= <ines@tidings.example>\r\nSubject: Cranes in numbers\r\nDate: Tue, 3 Mar 2026 23:30:00 -0500\r\n"
        + "MIME-Version: 1.0\r\n";

    private static ReadArticle Read(string mail) => MailParser.Read(Encoding.UTF8.GetBytes(mail));

    [Fact]
    public void A_newsletter_is_its_page_under_its_subject()
    {
        var read = Read(
            Head + "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n"
            + "--a\r\nContent-Type: text/plain\r\n\r\nThe plain words.\r\n"
            + "--a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The port spent <a href=\"https://port.example/\">4.2 million</a> on "
            + "cranes in the year 2025.</p>\r\n--a--\r\n"
            + "--m\r\nContent-Type: application/pdf; name=a.pdf\r\n"
            + "Content-Disposition: attachment; filename=\"a.pdf\"\r\n\r\nx\r\n--m--\r\n");

        Assert.Equal("The port spent 4.2 million on cranes in the year 2025.", read.Text);
        Assert.Equal(("Cranes in numbers", "Inés Holm", new DateOnly(2026, 3, 3)), (read.Title, read.Byline, read.PublishedOn));
        Assert.Equal(["a.pdf"], read.Report.LeftOut);
        Assert.Equal("https://port.example/", Assert.Single(read.Citations).Url);
    }

    [Fact]
    public void A_mail_without_a_page_is_its_words() =>
        Assert.Equal(
            "The port grew by 12 per cent.",
            Read(Head + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + "The port grew by=\r\n 12 per cent.")
                .Text.TrimEnd());

    [Fact]
    public void A_message_that_only_passes_on_another_is_the_other()
    {
        var inner = "From: Jo Reyes <jo@union.example>\r\nSubject: Inner\r\nContent-Type: text/plain\r\n\r\nNobody was asked about it.\r\n";
        var read = Read(Head + "Content-Type: message/rfc822\r\n\r\n" + inner);

        Assert.Equal(("Inner", "Jo Reyes"), (read.Title, read.Byline));
    }

    [Fact]
    public void Messages_in_messages_and_parts_in_parts_are_bounded()
    {
        var nested = string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\r\n\r\nSubject: a\r\n", 5_000)) + "\r\nWords.";
        Assert.Throws<ArticleReadException>(() => Read("Subject: a\r\n" + nested));

        var parts = string.Concat(Enumerable.Range(0, 2_000)
            .Select(static i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n"));
        Assert.Throws<ArticleReadException>(() => Read(Head + parts + "\r\nWords."));

        var many = string.Concat(Enumerable.Repeat("--b\r\nContent-Type: image/png\r\n\r\nx\r\n", 20_000));
        Assert.Throws<ArticleReadException>(() => Read(Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + many));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Only words, no head.")]
    [InlineData("Subject: Empty\r\nContent-Type: text/plain\r\n\r\n")]
    [InlineData("Subject: a\r\nContent-Type: image/png\r\n\r\nx")]
    public void What_is_no_mail_or_has_no_words_is_refused(string mail) => Assert.Throws<ArticleReadException>(() => Read(mail));

    [Fact]
    public void Bytes_that_are_broken_are_read_as_far_as_they_go_or_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(
            Head + "Content-Type: text/html; charset=nonsense\r\nContent-Transfer-Encoding: base64\r\n\r\n\xFF\xFE=-!");

        Assert.Throws<ArticleReadException>(() => MailParser.Read(bytes));
    }
}
