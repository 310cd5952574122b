namespace ClaimTracker.Text.Tests;

/// <summary>Words in the form in which they are searched and compared.</summary>
public sealed class WordFormsTests
{
    [Theory]
    [InlineData("The CRANES were cranes", "the crane were crane")]
    [InlineData("Café Zürich, naïve São", "cafe zurich naiv sao")]
    [InlineData("Straße Łódź Ærø œuvre", "strass lodz aero oeuvr")]
    [InlineData("Don’t / don't / DON‘T", "dont dont dont")]
    [InlineData("the mayor's, the mayor’s", "the mayor the mayor")]
    [InlineData("l’homme d'affaires", "l homm d affair")]
    [InlineData("a well-known co-op", "a well known co op")]
    [InlineData("U.S. and U.K. at 9 a.m.", "us and uk at 9 am")]
    [InlineData("1,200,000 or 1.200.000 or 1\u202F200", "1200000 or 1200000 or 1200")]
    [InlineData("4.2 million, 4,2 Millionen", "4·2 million 4·2 millionen")]
    [InlineData("10:30, 12/5, 20%", "10 30 12 5 20")]
    [InlineData("ﬁnance ＦＵＬＬ １２", "financ full 12")]
    [InlineData("Ёлка й Παῦλος", "елка и παυλοσ")]
    [InlineData("مُحَمَّد الـقاهرة ٤٢", "محمد القاهره 42")]
    [InlineData("#MeToo @desk", "metoo desk")]
    [InlineData("… – !?", "")]
    public void Words_are_folded_and_English_endings_go(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', WordForms.Of(text)));

    [Theory]
    [InlineData("市議会は", "市議 議会 会は は")]
    [InlineData("港 is 港", "港 is 港")]
    [InlineData("서울시", "서울 울시 시")]
    public void Without_spaces_each_pair_of_characters_is_a_word(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', WordForms.Of(text)));

    [Theory]
    [InlineData("caresses ponies ties cats", "caress poni ti cat")]
    [InlineData("agreed plastered motoring hopping filing", "agre plaster motor hop file")]
    [InlineData("relational conditional digitizer operator", "relat condit digit oper")]
    [InlineData("election elections elected electing", "elect elect elect elect")]
    [InlineData("happily hopefulness formality", "happili hope formal")]
    public void Endings_go_as_in_the_paper(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', WordForms.Of(text)));

    [Fact]
    public void Whatever_is_typed_or_stored_has_forms_without_spaces_and_punctuation()
    {
        string[] texts =
        [
            "\uD800x\uDC00", "'''", "a'", "1.", "1..2", "'s", "\u0301", "e\u0301\u0301", "x\uFFFF", "🏗️ crane", new string('a', 5000),
        ];

        var forms = texts.SelectMany(WordForms.Of).ToList();

        Assert.All(forms, static form => Assert.DoesNotContain(form, static c => char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c)));
        Assert.All(forms, static form => Assert.InRange(form.Length, 1, 64));
    }
}
