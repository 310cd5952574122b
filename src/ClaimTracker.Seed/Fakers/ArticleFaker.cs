using Bogus;
using ClaimTracker.Seed.Bodies;

namespace ClaimTracker.Seed.Fakers;

/// <summary>
/// Writes articles as they come out of a scraped page: with menus, captions, credits and footers, each page in a shape of its own.
/// </summary>
internal sealed class ArticleFaker(Faker fake)
{
    /// <summary>Under this name the service knows everything that the seeder made.</summary>
    public const string ExternalApp = "claimtracker-seed";

    private const int MostSentencesOfParagraph = 3;

    private static readonly string[] Titles =
    [
        "{place}’s {topic} is back on the agenda", "What others can learn from the {topic} of {place}",
        "In {place}, the {topic} 'that nobody wanted' begins to work", "U.S. grant divides {place}",
    ];

    private static readonly string[] Ledes =
    [
        "A quiet argument over the {topic} has begun in {place} .", "Hardly anybody in {place} talks of anything but the {topic}.",
        "The so-called \"miracle of {place}\" has reached the {topic}.",
    ];

    private static readonly string[] MenuEntries =
        ["Local", "U.S.", "Politics", "Crime", "Sports", "Lifestyle", "Education", "Real Estate", "Newsletter"];

    /// <summary>Writes an article that holds these sentences, and no others that can be checked.</summary>
    /// <param name="id">Its external id, and a part of its address.</param>
    /// <param name="scene">Who writes, when, and about what.</param>
    /// <param name="sentences">Sentences of its body, in their order.</param>
    public SeedArticle Create(string id, Scene scene, IReadOnlyList<string> sentences) => new()
    {
        Text = Write(scene, sentences),
        Url = $"https://www.tidings.example/{scene.Date:yyyy/MM/dd}/{Slug.Of(scene.Topic)}-{id}",
        Publisher = scene.Publisher,
        Language = "en",
        Kind = "published",
        ExternalApp = ExternalApp,
        ExternalId = id,
    };

    private string Write(Scene scene, IReadOnlyList<string> sentences)
    {
        var page = new PageText(indent: fake.Random.ArrayElement([0, 2, 4]));
        if (fake.Random.Bool(0.7f))
        {
            page.AddMenu(
                "Open in App", [.. fake.Random.ArrayElements(MenuEntries, fake.Random.Int(3, MenuEntries.Length)), $"{scene.Wire} News"]);
        }

        page.Add(scene.Fill(fake.PickRandom(Titles)));
        page.Add(fake.Random.Bool() ? $"By {scene.Author}," : $"By {scene.Author}");
        page.Add($"{scene.Date:yyyy-MM-dd}");
        page.Add((fake.Random.Bool() ? $"{ShortDate(scene.Date)} ({scene.Wire}) -- " : "") + scene.Fill(fake.PickRandom(Ledes)));
        AddBody(page, scene, sentences);
        AddEnd(page, scene);
        return page.ToString();
    }

    private void AddBody(PageText page, Scene scene, IReadOnlyList<string> sentences)
    {
        var rest = sentences;
        while (rest.Count > 0)
        {
            var length = Math.Min(rest.Count, fake.Random.Int(1, MostSentencesOfParagraph));
            page.Add(string.Join(' ', rest.Take(length)));
            rest = [.. rest.Skip(length)];
            if (fake.Random.Bool(0.3f))
            {
                page.Add(ImageAddress(), Caption(scene));
            }
        }
    }

    private void AddEnd(PageText page, Scene scene)
    {
        if (fake.Random.Bool(0.6f))
        {
            page.Add(scene.Fill("{author} has covered {place} for {publisher} since 2012. ")
                + scene.Fill("The author's latest book is \"Small Steps. A History of the {topic}.\" ")
                + "The views and opinions expressed in this commentary are solely those of the author.");
        }

        if (fake.Random.Bool(0.7f))
        {
            page.Add(
                "Expand All", $"Comments / {fake.Random.Int(0, 40)}", "Add a Comment", "YOU MAY ALSO LIKE",
                "Most Popular newsMost Popular");
        }
    }

    /// <summary>As news agencies write it: short months in full, the others cut, with a period that ends no sentence.</summary>
    private static string ShortDate(DateOnly date) => date.Month is >= 3 and <= 7 ? $"{date:MMMM d}" : $"{date:MMM}. {date.Day}";

    private string ImageAddress() => $"https://img.tidings.example/image.php?url={fake.Random.AlphaNumeric(16)}";

    private string Caption(Scene scene)
    {
        var photographer = fake.Name.FullName();
        return fake.Random.Bool(0.7f)
            ? scene.Fill($"{{person}} (L) at the {{topic}} in {{place}}, on {scene.Date:MMMM d}. Photo by {photographer}/{scene.Wire}")
            : scene.Fill($"The {{topic}} of {{place}} before the repairs. (Town archive photo by {photographer})");
    }
}
