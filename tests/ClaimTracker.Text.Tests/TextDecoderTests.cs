using System.Text;

namespace ClaimTracker.Text.Tests;

public sealed class TextDecoderTests
{
    private const string Russian =
        "<p>Цены на жильё в столице выросли вдвое, сообщила мэрия в понедельник. "
        + "Зарплаты за это время почти не изменились, говорят жители города.</p>";

    private static byte[] In(string charset, string text) => CodePagesEncodingProvider.Instance.GetEncoding(charset)!.GetBytes(text);

    [Fact]
    public void A_page_in_UTF_8_is_read_as_such_whatever_it_declares() =>
        Assert.Equal("<meta charset=latin1>é", TextDecoder.DecodePage(Encoding.UTF8.GetBytes("<meta charset=latin1>é")));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_tells_the_encoding_and_is_not_part_of_the_page(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        Assert.Equal("<p>naïve 今日</p>", TextDecoder.DecodePage([.. encoding.GetPreamble(), .. encoding.GetBytes("<p>naïve 今日</p>")]));
    }

    [Theory]
    [InlineData("<meta charset=windows-1251>")]
    [InlineData("<META http-equiv='Content-Type' content='text/html; charset=windows-1251'>")]
    [InlineData("<?xml version='1.0' encoding='windows-1251'?>")]
    public void A_page_may_declare_its_encoding(string declaration) =>
        Assert.Equal(declaration + "<p>Да.</p>", TextDecoder.DecodePage(In("windows-1251", declaration + "<p>Да.</p>")));

    [Fact]
    public void A_page_without_a_declaration_is_read_by_the_look_of_its_bytes() =>
        Assert.Equal(Russian, TextDecoder.DecodePage(In("windows-1251", Russian)));

    [Fact]
    public void Escape_sequences_are_not_UTF_8()
    {
        const string Page = "<meta charset=iso-2022-jp><p>家賃が二倍になった。</p>";
        Assert.Equal(Page, TextDecoder.DecodePage(In("iso-2022-jp", Page)));
    }

    [Fact]
    public void A_byte_outside_the_declared_encoding_shows_as_a_replacement_character() =>
        Assert.Equal("<meta charset=utf-8>a\uFFFDb", TextDecoder.DecodePage([.. "<meta charset=utf-8>a"u8, 0xFF, .. "b"u8]));

    [Theory]
    [InlineData("ISO-8859-1", "€", 0x80)]
    [InlineData("windows-1252", "é", 0xE9)]
    [InlineData("koi8-r", "ю", 0xC0)]
    public void A_named_encoding_is_taken_at_its_word(string charset, string text, byte code) =>
        Assert.Equal(text, TextDecoder.Decode([code], charset));

    [Fact]
    public void Bytes_outside_the_named_encoding_are_refused_with_their_position()
    {
        var refused = Assert.Throws<ArticleReadException>(() => TextDecoder.Decode([0x61, 0xFF], "utf-8"));
        Assert.Contains("at 1 ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("Shift_JIS", true)]
    [InlineData("gb2312", true)]
    [InlineData("utf-7", false)]
    [InlineData("klingon", false)]
    [InlineData("", false)]
    public void Only_known_encodings_are_supported(string charset, bool supported) =>
        Assert.Equal(supported, TextDecoder.Supports(charset));
}
