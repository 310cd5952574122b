using System.Collections.Frozen;

namespace ClaimTracker.Text.Languages;

/// <summary>
/// The letters that a language has beside those that all languages of its script share. A letter from elsewhere speaks against it.
/// </summary>
internal static class Alphabets
{
    private const string Russian = "абвгдежзийклмнопрстуфхцчшщъыьэюяё";

    private static readonly FrozenDictionary<char, string[]> ByLetter = Read(
        """
        en éèñçï
        de äöüßé
        fr àâæçéèêëîïôœùûüÿ
        es áéíóúüñ
        it àèéìíîòóùú
        pt áâãàçéêíóôõúü
        nl éëïöüèáóê
        da æøåéáó
        no æøåéòôóê
        sv åäöéáü
        pl ąćęłńóśźż
        fi äöåšž
        hu áéíóöőúüű
        tr çğıöşüâîûi̇
        cs áčďéěíňóřšťúůýžö
        sk áäčďéíĺľňóôŕšťúýž
        hr čćđšž
        sl čšžćđ
        ro ăâîșțşţ
        ca àçèéíïòóúü
        gl áéíóúüñ
        tl ñ
        vi ăâđêôơưáàãạéèẽẹíìĩịóòõọúùũụýỳỹ
        lt ąčęėįšųūž
        lv āčēģīķļņšūž
        et äöõüšž
        sq çë
        eu ñ
        af êëéèôöûïîá
        is áðéíóúýþæö
        ga áéíóú
        cy âêîôûŵŷ
        mt ċġħżàèìòù
        ha ɓɗƙ
        yo ẹọṣáàéèíìóòúù
        eo ĉĝĥĵŝŭ
        az əçğıöşüi̇
        uz ‘’
        ru RU
        bg абвгдежзийклмнопрстуфхцчшщъьюя
        kk RUәғқңөұүһі
        uk абвгґдеєжзиіїйклмнопрстуфхцчшщьюя
        be абвгдеёжзійклмнопрстуўфхцчшыьэюя
        sr абвгдђежзијклљмнњопрстћуфхцчџш
        mk абвгдѓежзѕијклљмнњопрстќуфхцчџш
        ar ةيكىأإؤئآء
        fa پچژگیکآئأءؤ
        ur پچژگیکآئؤءٹڈڑںےہھۓۂ
        ps پچژګکیآئټډړښځڅۍېڼږةيگ
        ckb پچژگیکئێۆەڕڵڤھ
        """);

    /// <summary>Letters of Arabic script that every one of its languages has.</summary>
    private const string ArabicShared = "ابتثجحخدذرزسشصضطظعغفقلمنهو";

    /// <summary>Returns the languages that have a letter; null if all of its script do.</summary>
    public static string[]? LanguagesWith(char letter)
    {
        letter = char.ToLowerInvariant(letter);
        return letter is < '\u0080' or (>= '\u0900' and < '\u1E00') || ArabicShared.Contains(letter, StringComparison.Ordinal) ? null
            : ByLetter.TryGetValue(letter, out var known) ? known
            : letter is >= '\u1EA0' and <= '\u1EF9' ? ["vi"] : [];
    }

    private static FrozenDictionary<char, string[]> Read(string table) =>
        table.Split('\n')
            .Select(static line => line.Split(' '))
            .SelectMany(static parts => parts[1].Replace("RU", Russian, StringComparison.Ordinal)
                .Select(letter => (Letter: letter, Language: parts[0])))
            .GroupBy(static pair => pair.Letter, static pair => pair.Language)
            .ToFrozenDictionary(static g => g.Key, static g => g.Distinct(StringComparer.Ordinal).ToArray());
}
