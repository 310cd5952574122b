using System.Collections.Frozen;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Languages;

/// <summary>The most common function words of each language. They tell languages of one script apart, and prose from menus.</summary>
internal static class FunctionWords
{
    public static readonly IReadOnlyDictionary<string, WordSet> ByLanguage = new Dictionary<string, WordSet>(StringComparer.Ordinal)
    {
        ["en"] = new(
            """
            the of and to in is that for it was on with as are by this be at from his have not they which or had but were an their has its
            he she who will would been when there if more about out into than after over said we you i a do no what can my so your just me
            how any like get them our us these could only some very am been than most
            """),
        ["de"] = new(
            """
            der die das und ist nicht ein eine einen einem einer zu den dem des mit von auf für im sich auch es an werden aus er hat dass
            sie nach wird bei als wie oder war noch nur um aber vor durch haben sind ich wir uns über zum zur am kann
            """),
        ["fr"] = new(
            """
            le la les de des du et un une est en que qui dans pour pas sur au aux ce cette il elle ne se par plus avec son sa ses ont été
            mais ou où nous vous leur sont fait comme tout je on était a d l qu n s c j
            """),
        ["es"] = new(
            """
            a el la los las de del y un una es en que por para con no se su al lo como más o pero sus ya este esta son fue ha entre cuando
            muy sin sobre también me hasta hay donde quien desde todo nos durante uno ni contra ese eso mi
            """),
        ["it"] = new(
            """
            a il lo la i gli le di del della dei delle degli e è un una in che per non con si da al alla sono come più ma anche nel nella
            dal dalla suo sua o questo questa ha hanno essere stato era molto se ci mi tra sul sulla
            """),
        ["pt"] = new(
            """
            o a os as de do da dos das e um uma é em no na nos nas que por para com não se ao à mais como mas foi ele ela seu sua ou quando
            muito há também já eu só pelo pela até isso são está esta este você entre era depois sem mesmo aos ter
            """),
        ["nl"] = new(
            """
            de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog naar door over ze zich hij heeft
            hebben werd wordt wat deze die dit was ik je we worden meer geen kan tot al hun
            """),
        ["da"] = new(
            """
            og i at det er en til på som med for de den af ikke der har var et jeg vi han hun sig men om så kan skal efter ved fra eller
            hvor blev være også ud nu over da dem når deres ind mod havde alle mere hvad noget været op mig dig kun fik siger bliver hvis et
            """),
        ["pl"] = new(
            """
            i w na z się nie do to że jest o jak za po przez od co dla przy tak już ale był są było oraz jego ten tym które który która ze
            czy być tylko może bez jej ich pod tego lub gdy także
            """),
        ["sv"] = new(
            """
            och i att det är en som på för av med den till inte har de ett om han var jag men sig så från vi kan när ska man efter också
            eller nu vid hade där under sin över mot blev upp utan än
            """),
        ["ru"] = new(
            """
            и в не на я что он с как это по но к из у за от о же так для вы мы бы его а она были был до если или еще уже при во только её
            них этого том может они также который после
            """),
        ["bg"] = new(
            """
            и на в да се за не от с са по че е ще си като до или но към през при след това той тя които който която бе беше са има още със
            във му ги ме между ни
            """),
        ["kk"] = new("және бұл мен үшін бір деп осы ол да де болып еді бар емес керек туралы кейін дейін сол өз қарай сияқты арқылы"),
        ["uk"] = new(
            """
            і в у не на що з як це та до за від для по про його але він вона вони був була були є який яка які ще або при також після
            """),
        ["be"] = new("і у не на што з як гэта але да па за для яго ён яна яны быў была былі ёсць які якая або пры таксама пасля гэты ад"),
        ["sr"] = new(
            """
            и у је на се да за од су са о а то као који која које није што не из би по али до само више или ће још према након све
            """),
        ["mk"] = new("и на во да се од за не е со ќе што го ги тој кој која како по но или до беше овој оваа според дека има сите"),
        ["ar"] = new("في من على إلى أن عن مع هذا هذه التي الذي ما لا كان كما قد بعد بين ذلك أو لم وقال ولا كانت حيث إن هو هي"),
        ["fa"] = new("و در به از که این را با است برای آن یک می تا بر شده هم کرد خود شد بود های ها ما وی اما نیز باید کند"),
        ["ur"] = new("کے میں کی ہے اور سے کا کو نے ہیں پر یہ کہ بھی ایک تھا اس گیا وہ تھی ہو کر جو رہے"),
        ["ps"] = new("په د او چې نه له کې ته دي يې هم دا سره شوي وو خو کړي یو کوي هغه"),
        ["ckb"] = new("لە و بە کە بۆ ئەو ئەم لەگەڵ سەر هەر دوای نییە بوو دەکات دەبێت یان تا"),
        ["hi"] = new("है के में की से को और का ने पर यह भी हैं कि एक नहीं था थे लिए तो ही वह हो जो कर थी इस किया गया बाद ये या"),
        ["mr"] = new("आहे आणि या हे ते तर की होते आहेत त्या नाही मात्र यांनी असे होता होती केली केले झाले व ही हा असून म्हणून"),
        ["ne"] = new("छ र को मा ले यो पनि गर्न भएको हुन् छन् गरेको लागि तर हो एक भन्ने गरेका थियो भने"),
    }
        .Concat(LatinWords.ByLanguage)
        .ToDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> ByWord = ByLanguage
        .SelectMany(static l => l.Value.Words.Select(word => (Word: word, Language: l.Key)))
        .GroupBy(static pair => pair.Word, static pair => pair.Language, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(static g => g.Key, static g => g.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The languages that have this function word.</summary>
    public static string[] LanguagesWith(ReadOnlySpan<char> word) => ByWord.TryGetValue(word, out var languages) ? languages : [];

    public static int CountIn(ReadOnlySpan<char> line, WordSet words)
    {
        var count = 0;
        foreach (var word in line.Split(' '))
        {
            count += words.Contains(line[word]) ? 1 : 0;
        }

        return count;
    }
}
