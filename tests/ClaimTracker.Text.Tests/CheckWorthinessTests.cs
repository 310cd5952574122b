namespace ClaimTracker.Text.Tests;

public sealed class CheckWorthinessTests
{
    private static double Score(string sentence) => CheckWorthiness.Score(sentence).Score;

    [Fact]
    public void A_figure_deserves_more_than_a_greeting() =>
        Assert.True(Score("Unemployment fell by 3.2 percent between 2010 and 2015.") > Score("Good evening and thank you all for coming."));

    [Fact]
    public void A_question_deserves_less_than_its_statement() =>
        Assert.True(Score("Has crime in Leeds doubled since 2019?") < Score("Crime in Leeds has doubled since 2019."));

    [Fact]
    public void An_opinion_deserves_less_than_a_fact() =>
        Assert.True(Score("I think that we should be kinder to our neighbours.") < Score("The city paid 4 million to its neighbours."));

    [Fact]
    public void Every_component_says_why()
    {
        var components = CheckWorthiness.Score("Unemployment fell by 3.2 percent in 2015.").Components;
        Assert.Equal(
            [
                "numbers: 3.2", "years: 2015", "money, a share or a measure: percent", "says that something rose, fell or was lost: fell",
                "is about public affairs: Unemployment", "a figure with its measure", "public affairs that changed, or are compared",
                "7 words",
            ],
            components.Select(c => c.Why));
    }

    [Fact]
    public void Numbers_have_three_decimals_at_most()
    {
        var result = CheckWorthiness.Score("Nine of 17 towns on the coast lost 3.7 percent of their people.");
        Assert.All([result.Score, .. result.Components.Select(c => c.Value)], v => Assert.Equal(Math.Round(v, 3), v));
    }

    [Theory]
    [InlineData("ja", "港湾局は2019年に新しい船3隻に750万ユーロを支払った。", "その話はとても面白いですね。")]
    [InlineData("zh", "港务局2019年为三艘新船支付了750万欧元。", "这个故事非常有趣，我们都喜欢。")]
    [InlineData("zh", "市政府去年为新桥支付了七百五十万元，比前年增加两成。", "我觉得我们应该对邻居更好一些。")]
    [InlineData("th", "การท่าเรือจ่ายเงิน 7.5 ล้านยูโรสำหรับเรือใหม่ในปี 2019", "เรื่องนี้สนุกมากจริงๆ นะครับ")]
    public void A_language_without_spaces_is_scored_like_its_English_twin(string language, string claim, string talk)
    {
        var twin = Score("The port authority paid 7.5 million euros for new ships in 2019.");
        Assert.InRange(CheckWorthiness.Score(claim, language).Score, twin - 0.15, twin + 0.15);
        Assert.True(CheckWorthiness.Score(talk, language).Score < 0.3);
    }

    [Theory]
    [InlineData("am", "የከተማው ምክር ቤት በ2025 ለክሬኖች 4.2 ሚሊዮን ዶላር አውጥቷል።")]
    [InlineData("ar", "أنفق مجلس المدينة ٤٫٢ مليون دولار على الرافعات عام ٢٠٢٥.")]
    [InlineData("bn", "সিটি কাউন্সিল ২০২৫ সালে ক্রেনের জন্য ৪২ লাখ ডলার ব্যয় করেছে।")]
    [InlineData("bo", "གྲོང་ཁྱེར་ཚོགས་པས་ 2025 ལོར་ཨ་སྒོར་ས་ཡ་ 4.2 བཏང་།")]
    [InlineData("de", "Die Stadt hat 12 Brücken.")]
    [InlineData("el", "Το δημοτικό συμβούλιο ξόδεψε 4,2 εκατομμύρια δολάρια για γερανούς το 2025.")]
    [InlineData("en", "The city has 12 bridges.")]
    [InlineData("fa", "شورای شهر در سال ۲۰۲۵ برای جرثقیل‌ها ۴٫۲ میلیون دلار هزینه کرد.")]
    [InlineData("he", "מועצת העיר הוציאה 4.2 מיליון דולר על מנופים בשנת 2025.")]
    [InlineData("hi", "नगर परिषद ने २०२५ में क्रेनों पर ४२ लाख डॉलर खर्च किए।")]
    [InlineData("hy", "Քաղաքային խորհուրդը 2025 թվականին կռունկների վրա ծախսեց 4,2 միլիոն դոլար։")]
    [InlineData("ja", "市議会は2025年にクレーンに420万ドルを費やした。")]
    [InlineData("ja", "この町には橋が12ある。")]
    [InlineData("ka", "ქალაქის საბჭომ 2025 წელს ამწეებზე 4,2 მილიონი დოლარი დახარჯა.")]
    [InlineData("km", "ក្រុមប្រឹក្សាក្រុងបានចំណាយ ៤.២ លានដុល្លារលើស្ទូចនៅឆ្នាំ ២០២៥។")]
    [InlineData("ko", "실업률은 4.2%로 떨어졌다.")]
    [InlineData("lo", "ສະພາເມືອງໄດ້ໃຊ້ເງິນ 4,2 ລ້ານໂດລາສໍາລັບລົດຍົກໃນປີ 2025")]
    [InlineData("my", "မြို့တော်ကောင်စီသည် ၂၀၂၅ ခုနှစ်တွင် ဒေါ်လာ ၄.၂ သန်း သုံးစွဲခဲ့သည်။")]
    [InlineData("ru", "Городской совет потратил на краны 4,2 миллиона долларов в 2025 году.")]
    [InlineData("ta", "நகர சபை 2025 இல் கிரேன்களுக்கு 42 லட்சம் டாலர் செலவிட்டது.")]
    [InlineData("te", "నగర మండలి 2025లో క్రేన్లపై 42 లక్షల డాలర్లు ఖర్చు చేసింది.")]
    [InlineData("th", "อัตราการว่างงานลดลงเหลือร้อยละ 4.2")]
    [InlineData("zh", "这座城市有12座桥。")]
    [InlineData("zh", "三人在事故中死亡。")]
    [InlineData("und", "Die Stadt hat 12 Brücken.")]
    public void A_statement_with_a_number_is_worth_a_check_in_every_script(string language, string sentence) =>
        Assert.InRange(CheckWorthiness.Score(sentence, language).Score, 0.5, 1);

    [Theory]
    [InlineData(BlockType.Caption)]
    [InlineData(BlockType.Bio)]
    [InlineData(BlockType.Disclaimer)]
    public void A_note_beside_the_prose_deserves_less_than_prose(BlockType block)
    {
        const string Note = "Ann Kahn won 12 prizes for Port Alden between 1999 and 2014, and sold 2,000 copies.";
        var beside = CheckWorthiness.Score(Note, "en", block);
        Assert.True(beside.Score < 0.5 && Score(Note) > 0.8);
        Assert.Contains(beside.Components, c => c.Value <= -2);
    }

    [Fact]
    public void A_report_of_what_was_said_outranks_talk_of_what_will_be()
    {
        const string Report = "On Wednesday, Reuters reported that Minister Ann Kahn had told Mayor Ida Moreno that the port would close.";
        Assert.True(Score(Report) > 0.5);
        Assert.DoesNotContain(CheckWorthiness.Score(Report).Components, c => c.Name == "future");
        Assert.True(Score("I think we would close the port if we could.") < 0.2);
    }

    [Theory]
    [InlineData("Thank you very much, and good evening, ladies and gentlemen.")]
    [InlineData("Governor, you have ninety seconds to respond to that question.")]
    [InlineData("Let me answer that, because I believe we need to do better.")]
    [InlineData("We must never forget what makes this country great.")]
    public void Talk_is_not_worth_a_check(string sentence) => Assert.InRange(Score(sentence), 0, 0.25);

    [Fact]
    public void The_day_of_a_date_is_no_number_and_a_year_no_count()
    {
        var components = CheckWorthiness.Score("On Oct. 7, 2023, and on 9 November the port of Leeds stood still.").Components;
        Assert.DoesNotContain(components, c => c.Name == "numbers");
        Assert.Equal("years: 2023", components.Single(c => c.Name == "years").Why);
    }

    [Fact]
    public void Weights_decide_and_a_component_without_one_says_nothing()
    {
        var weights = WorthinessWeights.Default with { Prior = 0, Components = new Dictionary<string, double> { ["numbers"] = 2 } };
        var score = CheckWorthiness.Score("Is it true that 12 of the bridges fell?", "en", BlockType.Caption, weights);
        Assert.Equal(["numbers"], score.Components.Select(c => c.Name));
        Assert.Equal(0.881, score.Score);
    }

    [Fact]
    public void Every_weight_has_its_rule_and_every_rule_its_weight()
    {
        Assert.Equal(WorthinessWeights.Names.Order(), WorthinessWeights.Default.Components.Keys.Order());
        Assert.All(WorthinessWeights.Default.Components.Values, static w =>
            Assert.InRange(w, WorthinessWeights.Lowest, WorthinessWeights.Highest));
    }

    [Fact]
    public void An_initial_is_no_name()
    {
        var names = CheckWorthiness.Score("Later J. R. Moreno met Ida B. Kahn there.").Components.Single(c => c.Name == "names");
        Assert.Equal("names: Moreno, Ida, Kahn", names.Why);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("Die Arbeitslosigkeit sank um 3,2 Prozent.")]
    public void A_score_is_between_zero_and_one(string sentence) => Assert.InRange(CheckWorthiness.Score(sentence, "de").Score, 0, 1);
}
