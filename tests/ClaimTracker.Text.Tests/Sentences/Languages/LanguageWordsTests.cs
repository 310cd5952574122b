using ClaimTracker.Text.Sentences;
using ClaimTracker.Text.Sentences.Languages;

namespace ClaimTracker.Text.Tests.Sentences.Languages;

public sealed class LanguageWordsTests
{
    public static TheoryData<string> Languages => [.. KnownLanguages.All.Keys];

    [Fact]
    public void Every_language_of_the_contract_has_rules() =>
        Assert.Superset(
            new HashSet<string>("en de fr es it pt nl ru ar ja zh hi el fa ur pl da bg am hy my kk".Split(' '), StringComparer.Ordinal),
            KnownLanguages.All.Keys.ToHashSet(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_word_has_a_capital_in_all_lists_or_in_none(string language)
    {
        var words = KnownLanguages.All[language];

        var both = string.Join(' ', words.Abbreviations, words.Binding, words.BeforeNumbers, words.Trailing)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(w => w, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Select(w => char.IsUpper(w[0])).Distinct().Count() > 1)
            .Select(g => g.Key);

        Assert.Empty(both);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_abbreviation_is_listed_with_its_full_stop(string language)
    {
        var words = KnownLanguages.All[language];
        Assert.DoesNotContain(
            string.Join(' ', words.Abbreviations, words.Binding, words.BeforeNumbers, words.Trailing)
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            w => w.EndsWith('.'));
    }

    [Theory]
    [InlineData("Ill", WordClass.Abbreviation | WordClass.Capitalized)]
    [InlineData("ill", WordClass.None)]
    [InlineData("INC", WordClass.Abbreviation)]
    public void Case_matters_for_a_word_listed_with_a_capital(string word, object expected) =>
        Assert.Equal(expected, SentenceRules.For("en").ClassOf(word));
}
