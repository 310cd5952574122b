namespace ClaimTracker.Text.Tests.Sentences;

/// <summary>The hazards that the golden rules of pragmatic_segmenter name, with sentences of our own.</summary>
public sealed class EnglishRulesTests
{
    private static void Splits(string expected) => Expect.Sentences("en", expected);

    [Theory]
    [InlineData("They asked Rossi & Co. about it. | Rossi & Co. | They paid.")]
    [InlineData("It is Sam Ford Jr.'s car. | Turn to p. 12 or pp. 14 to 16.")]
    [InlineData("They live on 4th st. near the mill. | Mt. Hood is far. | So is St. Paul.")]
    [InlineData("He joined the U.S. Senate in the U.S. | How did he fare?")]
    [InlineData("She spent two years in the U.S. for work. | The E.U. Commission paid.")]
    [InlineData("At 6 a.m. Dr. Lowe left the house. | She came home at 9 P.M. | Dr. Lowe was tired.")]
    [InlineData("The meeting is at 10 a.m. (ET) in Hall 3. | Call ext. 4410 for more.")]
    [InlineData("The answer lies at N°. 42.17. | It was found.")]
    [InlineData("The mill on Elm St. | It stands near St. Anne's.")]
    [InlineData("She has a Ph.D. from Leeds, under Pub.L. 94, and a B.Sc. too. | He has none.")]
    [InlineData("It cost $5 in the U.S. | It's more now. | There's a reason.")]
    [InlineData("He chairs Lund Bros. Records Inc. of Ohio. | It is old.")]
    public void Abbreviations_continue_or_end_a_sentence_by_the_next_word(string expected) => Splits(expected);

    [Theory]
    [InlineData("They did the wash. | Bob slept. | The Olympia, Wash. Team won.")]
    [InlineData("Then he felt ill. | Ann left. | He is from Peoria, Ill. Peoria is small.")]
    [InlineData("That was a miss. | Hart scored. | They bought an app. | Lund sold it.")]
    public void A_word_is_an_abbreviation_only_with_its_capital(string expected) => Splits(expected);

    [Theory]
    [InlineData("Kamryn I. Greenfelder voted no. | So did I. | He left.")]
    [InlineData("It was you and I. | Did Bo I. Lamb see it?")]
    [InlineData("He moved to Group A. | The rest stayed.")]
    [InlineData("Edward I. | He was king.")]
    public void I_is_an_initial_only_after_a_name(string expected) => Splits(expected);

    [Theory]
    [InlineData("It costs $20.50 today. | Tomorrow it costs $21.00. | That is more.")]
    [InlineData("Write to Kay.Lee@example.org. | Or see https://www.example.20.org/new/a_b.html. | Thanks.")]
    [InlineData("The wreck lies at 12.5° N. 40.2° W. of here.")]
    public void Numbers_and_addresses_are_not_split(string expected) => Splits(expected);

    [Theory]
    [InlineData("What!! | No way. | Why?? | Who knows. | Really!? | Yes?! | Good.")]
    [InlineData("He shops at Yahoo! Stores for fun. | Yahoo! | The rest is history.")]
    public void Marks_in_a_row_are_one_stop(string expected) => Splits(expected);

    [Theory]
    [InlineData("He turned and said, 'It is late.' and left.")]
    [InlineData("He turned and said, \"It is late.\" | She nodded.")]
    [InlineData("She runs a shop (It was her aunt's for 9 years.) in the old town.")]
    [InlineData("“Is it over?” Mr. Lund asked. | “Not yet.”")]
    [InlineData("\"Why not?\" Prof. Ida Moe said. | Nobody knew.")]
    [InlineData("She spoke of \"nine million reasons.\" | He said nothing.")]
    [InlineData("\"Lee [...] drew the same map [...]\" (Orr 55).")]
    public void Quotations_and_brackets_close_before_the_sentence_does(string expected) => Splits(expected);

    [Theory]
    [InlineData("I never meant it.... | She left the room.")]
    [InlineData("He was not sure ... well, what he knew...see . . . the thing is . . . I forgot.")]
    [InlineData("The end is marked by four dots . . . . | Then more follows.")]
    [InlineData("The words faded . . . into new ones. | . . . The old ones stayed. . . .")]
    [InlineData("It was dark. | ...and then the light came.")]
    public void Ellipses_of_every_house_style(string expected) => Splits(expected);

    [Theory]
    [InlineData("1.) Wash the cups | 2.) Dry the cups")]
    [InlineData("1) Wash the cups. | 2) Dry the cups.")]
    [InlineData("1. Wash the cups | 2. Dry the cups | 3. Go home")]
    [InlineData("a. Wash the cups | b. Dry the cups | c. Go home")]
    [InlineData("i) wash the cups | ii) dry the cups | iii) go home")]
    [InlineData("• 9. Wash the cups | • 10. Dry the cups")]
    [InlineData("⁃9. Wash the cups | ⁃10. Dry the cups")]
    [InlineData("1) Wash the cups. | Use soap | 2) Dry the cups")]
    [InlineData("a) money, b) time and c) luck decide.")]
    [InlineData("1. In part 2. of the book nothing happens.")]
    public void An_inline_list_is_an_ascending_run(string expected) => Splits(expected);

    [Theory]
    [InlineData("the food is fine. | they are friendly. | is it open? | go and see.")]
    [InlineData("They sell approx. five cups, spoons etc. every day.")]
    [InlineData("He asked: \"Is it?\" and left.")]
    [InlineData("She read What Is Truth? and slept. | Night sch. ed. classes are full.")]
    [InlineData("It fell! and rose.")]
    [InlineData("Mail:? kay@example.org or call.")]
    [InlineData("They call him 'Mr. Guitar' here. | He sings.")]
    public void A_small_letter_opens_a_sentence_after_a_plain_word(string expected) => Splits(expected);

    [Theory]
    [InlineData("The poet (c. 1818) died at sea. | He was born in May (d. 1850).")]
    [InlineData("It was a right of all. 4 | Even so, few had it (Table 2). 5 | They waited.")]
    [InlineData("It rained for days. | 4 people left. | 1 The roof fell.")]
    [InlineData("He stayed until July. [6] | He left in May. [...] | Then he came back.")]
    public void Notes_stay_with_their_sentence(string expected) => Splits(expected);

    [Theory]
    [InlineData("It rained in Brazil.|The sun came.")]
    [InlineData("He played \"The Fighter\".|It was good.")]
    [InlineData("He came third (41 %).|A man won.")]
    [InlineData("He said \"It is over.\"|We left.")]
    [InlineData("Use Node.Js and ASP.Net for System.Text here.")]
    [InlineData("Both live in Grant.Moore county.")]
    public void A_missing_space_is_found_before_a_clear_start_of_a_sentence(string expected) =>
        Expect.SentencesWithoutSpaces("en", expected);

    [Theory]
    [InlineData("We need a — | Do you have one?")]
    [InlineData("It was only -- | That's mine. | I re- — | We saw it.")]
    [InlineData("\"I never—\" | She left the room.")]
    public void A_speaker_who_breaks_off_starts_a_new_sentence(string expected) => Splits(expected);

    [Theory]
    [InlineData("He reads — The Daily Lund says so — every page.")]
    [InlineData("It was late – I had gone – and dark.")]
    [InlineData("It is on the Lund – The Hague line.")]
    [InlineData("The well-known rule [1]–[3]. | Of all, it holds.")]
    [InlineData("\"But it—\" he said.")]
    public void A_dash_that_sets_words_apart_does_not_end_a_sentence(string expected) => Splits(expected);

    [Theory]
    [InlineData("Gusts of 52 kts. tore roofs off. | Nobody was hurt.")]
    [InlineData("It burned 7 bbls. an hour. | It sold 40 cars. | They were red.")]
    [InlineData("he has 3 cats. | they are fat.")]
    [InlineData("It cost 5 mn. Rand. | It cost 9 kg. | The price fell.")]
    public void An_amount_keeps_its_unit_and_what_it_counts(string expected) => Splits(expected);

    [Theory]
    [InlineData("The lock has nine gates.¹ | Six leak.²³ | None was mended.")]
    [InlineData("The lock has nine gates.7 | Six leak.12 | None was mended (see Table 3).4 | \"It is old.\"5 | We know.")]
    [InlineData("The mill closed.[by whom?] | Some say later.[note 2][14] | Others do not.")]
    [InlineData("It grew 3.5 Percent of all. | See Fig.2 Below it.")]
    public void Reference_marks_behind_a_full_stop_stay_with_their_sentence(string expected) => Splits(expected);

    [Theory]
    [InlineData("The dam has cracks ⚠️ | Leave your homes 🙏 | Call your neighbours 📞")]
    [InlineData("Do not drink it ❌ | Boil it first ✅ | Share this 🙏")]
    [InlineData("They stole it! 😡😡 | The mayor knew… 🤔 | Nobody asked. 🎉")]
    [InlineData("✅ Boil water. | ❌ Drink none | ✅ Ask a doctor")]
    [InlineData("هذا الماء ملوث ❌ | اشربوا من البئر ✅ | شكرا")]
    [InlineData("I ❤️ Port Alden. | We all 💙 Port Alden.")]
    [InlineData("It was fun :-) | Now I rest. | Great! ;) | You should go.")]
    public void An_emoji_ends_a_sentence_where_a_new_one_begins(string expected) => Splits(expected);

    [Theory]
    [InlineData("I thank the right hon. Gentleman and my hon. Friend. | The hon. Members left.")]
    [InlineData("Sales grew 4%. | iPad sales fell. | eToro paid 3%. | macOS did not.")]
    [InlineData("He quoted 2 Tim. 4:7 and Luk. 12:3 from memory. | He sat down.")]
    [InlineData("It relied on Moor v Fell [1998] AC 112. | The appeal in Moor v. Fell. [1998] AC 112 failed.")]
    [InlineData("Read Claim No. HC-2019 and Appeal No. C/2021/44. | The answer was no. | B-52 crews left.")]
    [InlineData("Adj. EBIT rose. | Adj. EPS fell to 3 cents.")]
    public void References_and_titles_are_one_with_what_they_name(string expected) => Splits(expected);

    [Theory]
    [InlineData("Ida Kahn | 03/14/2002 09:41 AM | Will you come? | Yes.")]
    [InlineData("Please call. | Ida Kahn | 03/14/2002 09:41 AM | I called him.")]
    [InlineData("See these: http://a.example/1 | http://a.example/2 | http://a.example/3")]
    [InlineData("Ida Kahn | 03/14/2002 09:41 AM | have you seen it?")]
    [InlineData("Ask at http://a.example/1 | The page is old.")]
    [InlineData("Dear All, | We moved. | Best regards, | Ida Kahn Lund Lighting, 5 Mill St.")]
    [InlineData("Thanks, Ida Kahn, for the report. | It left -- | Posted by Ida Kahn")]
    [InlineData("It was the best of all (so far) | The staff were kind.")]
    [InlineData("The poet (born 1950) The Hague honours died.")]
    [InlineData("Figure 2.4 | Boats wait at the lock.")]
    [InlineData("We stay four nights | 1) which inn is good | 2) is there a bus")]
    [InlineData("Call me. | ==================== | The notice is below.")]
    [InlineData("(Daily Lund) | NASA wants a rover.")]
    [InlineData("I will send it today. | Kind regards, | Ida Kahn")]
    [InlineData("he loved it. | why do you ask? | what a game!! | it was late. | they said \"no\". | you know it.")]
    public void Mail_and_web_pages_have_seams_without_a_full_stop(string expected) => Splits(expected);

    [Fact]
    public void Lines_that_all_start_with_a_small_letter_are_a_list() =>
        Assert.Equal(
            ["roof", "walls and doors", "cellar"],
            SentenceSplitter.Split("roof\nwalls and doors\ncellar", "en").Select(s => s.Text));
}
