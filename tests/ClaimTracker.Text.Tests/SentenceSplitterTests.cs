namespace ClaimTracker.Text.Tests;

public sealed class SentenceSplitterTests
{
    private static void Splits(string expected) => Expect.Sentences("en", expected);

    [Fact]
    public void Two_plain_sentences_are_split() => Splits("The bill passed. | Nobody objected.");

    [Fact]
    public void A_title_before_a_name_does_not_end_a_sentence() => Splits("They asked Dr. Weber and Gen. Ortiz about it. | Both left.");

    [Fact]
    public void A_middle_initial_does_not_end_a_sentence() => Splits("The USS Harold K. Moore left port. | It returned.");

    [Fact]
    public void Initials_before_a_surname_do_not_end_a_sentence() => Splits("A letter by T. S. Lund was found. | It is short.");

    [Fact]
    public void An_abbreviated_country_does_not_end_a_sentence_before_a_name() => Splits("The U.S. Treasury objected. | So did others.");

    [Fact]
    public void An_abbreviated_country_ends_a_sentence_before_a_sentence_starter() => Splits("They moved to the U.S. | They found work.");

    [Fact]
    public void A_month_does_not_end_a_sentence_before_a_day() =>
        Splits("It began on Oct. 7 and ended on Nov. 11, officials say. | Nobody knows why.");

    [Fact]
    public void An_abbreviation_of_number_continues_only_before_a_number() =>
        Splits("See No. 5 for that. | The answer was no. | Then they left.");

    [Fact]
    public void A_quotation_of_two_sentences_is_two_sentences() =>
        Splits("""He wrote, "We stand by you. | We always will." | Then he left.""");

    [Fact]
    public void A_title_of_a_work_keeps_its_full_stop() =>
        Splits("""Her latest book is "River and Stone. A History of the Delta." | It sold well.""");

    [Fact]
    public void A_reported_exclamation_belongs_to_its_report() => Splits("""“Stop it!” Lund shouted. | Nobody did.""");

    [Fact]
    public void A_quotation_that_continues_in_small_letters_is_one_sentence() => Splits("""“Is that all?” she asked. | It was.""");

    [Fact]
    public void Closing_marks_stay_with_their_sentence() => Splits("(They all agreed.) | “That is so.” | 'Yes!' | The end.");

    [Fact]
    public void Decimals_addresses_and_versions_are_not_split() =>
        Splits("Version 2.0.1 costs 3.50 dollars at www.example.org/a.b today. | Write to a.b@example.org for more.");

    [Fact]
    public void A_missing_space_between_sentences_is_found() =>
        Assert.Equal(["It rained.", "Then it stopped."], SentenceSplitter.Split("It rained.Then it stopped.", "en").Select(s => s.Text));

    [Fact]
    public void A_note_number_stays_with_the_sentence_before() => Splits("The tower is 90 metres high.[17] | It leans.[2][3] | Slightly.");

    [Fact]
    public void An_ellipsis_before_a_small_letter_does_not_end_a_sentence() =>
        Splits("They waited ... and waited. | Then they left… | Nobody came.");

    [Fact]
    public void A_bracketed_ellipsis_marks_words_left_out() => Splits("He said [...] They had lied to him. | That was all.");

    [Fact]
    public void A_number_that_opens_a_list_item_stays_with_it() => Splits("1. Count the votes. | 2. Publish them.");

    [Theory]
    [InlineData("今日は雨です。|明日は晴れます。", "ja")]
    [InlineData("他走了。|她没有走！", "zh")]
    [InlineData("यह सच है।| क्या यह सच है?", "hi")]
    [InlineData("هل هذا صحيح؟| لا يوجد دليل.", "ar")]
    [InlineData("Սա ճիշտ է։| Նա գնաց։", "hy")]
    [InlineData("ይህ እውነት ነው።| እሱ ሄደ።", "am")]
    public void Marks_of_other_scripts_end_sentences(string text, string language) =>
        Assert.Equal(
            text.Split('|').Select(s => s.Trim()),
            SentenceSplitter.Split(text.Replace("|", "", StringComparison.Ordinal), language).Select(s => s.Text));

    [Fact]
    public void A_line_broken_by_a_narrow_column_runs_on() =>
        Assert.Equal(
            2,
            SentenceSplitter.Split(
                "The ministry said on Monday that prices had\nrisen in every town of the region. Nobody\nwas told before.").Count);

    [Fact]
    public void Lines_of_a_list_are_split() =>
        Assert.Equal(["Bread", "Milk and eggs", "Salt"], SentenceSplitter.Split("Bread\nMilk and eggs\nSalt").Select(s => s.Text));

    [Fact]
    public void A_blank_line_ends_a_sentence_without_a_full_stop() =>
        Assert.Equal(["Prices rose", "wages did not"], SentenceSplitter.Split("Prices rose\r\n\r\nwages did not").Select(s => s.Text));

    [Fact]
    public void Offsets_count_code_points()
    {
        var second = SentenceSplitter.Split("Great 😀👍. Next one.", "en")[1];
        Assert.Equal((10, 19, "Next one."), (second.Start, second.End, second.Text));
    }
}
