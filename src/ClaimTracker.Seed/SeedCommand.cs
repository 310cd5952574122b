using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using ClaimTracker.Seed.Loading;

namespace ClaimTracker.Seed;

/// <summary>The command line of the seeder.</summary>
internal static class SeedCommand
{
    private const string DefaultServer = "http://127.0.0.1:5080";
    private const int DefaultArticles = 100;
    private const int MaxArticles = 100_000;
    private const int DefaultSeed = 1;

    public static async Task<int> RunAsync(string[] args)
    {
        // Figures in made-up articles must not follow the machine.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

        var parsed = Build().Parse(args);
        if (parsed.Action is ParseErrorAction error)
        {
            error.ShowHelp = false; // The sentence that says what is wrong is enough.
        }

        return await parsed.InvokeAsync();
    }

    private static RootCommand Build()
    {
        var url = new Option<string>("--url") { Description = "Address of the service", DefaultValueFactory = static _ => DefaultServer };
        var key = new Option<string>("--key")
        {
            Description = "API key, as the service printed it on its first start: an admin's, to make the two users who seed",
            Required = true,
        };
        var articles = new Option<int>("--articles")
        {
            Description = "How many articles",
            DefaultValueFactory = static _ => DefaultArticles,
        };
        var seed = new Option<int>("--seed")
        {
            Description = "The same seed gives the same content",
            DefaultValueFactory = static _ => DefaultSeed,
        };

        url.Check(static value => ServerAddress(value) is not null, "--url must be an address such as http://127.0.0.1:5080.");
        key.Check(IsVisibleAscii, "--key must be visible ASCII characters, without spaces.");
        articles.Check(IsArticleCount, $"--articles must be a number from 1 to {MaxArticles}.");
        seed.Check(static value => int.TryParse(value, out _), "--seed must be a whole number.");

        var root = new RootCommand("Loads made-up newsroom data through the API: articles, claims, evidence, verdicts.")
        {
            url, key, articles, seed,
        };
        root.SetAction((parsed, stop) => GuardAsync(() => LoadAsync(
            new SeedOptions(ServerAddress(parsed.GetValue(url)!)!, parsed.GetValue(key)!, parsed.GetValue(articles), parsed.GetValue(seed)),
            stop)));
        return root;
    }

    private static async Task LoadAsync(SeedOptions options, CancellationToken stop)
    {
        using var api = new NewsroomApi(options.Server, options.Key);
        await using var desk = await SeedDesk.OpenAsync(api, stop);
        var start = TimeProvider.System.GetTimestamp();
        var progress = new ProgressLine(Console.Out, rewrites: !Console.IsOutputRedirected, options.Articles);
        var counts = new SeedCounts();
        try
        {
            await new NewsroomLoader(desk.Checker, desk.Editor, counts).LoadAsync(options, progress, stop);
        }
        finally
        {
            progress.Close();
        }

        await Console.Out.WriteLineAsync($"Loaded {counts} in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:F1} s.");
    }

    /// <summary>Whoever runs it gets one sentence and a non-zero exit, not a stack trace.</summary>
    private static async Task<int> GuardAsync(Func<Task> command)
    {
        try
        {
            await command();
            return 0;
        }
        catch (SeedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. What was loaded so far stays.");
        }

        return 1;
    }

    private static bool IsVisibleAscii(string text) => text.Length > 0 && text.All(static c => c is > ' ' and <= '~');

    private static bool IsArticleCount(string text) => int.TryParse(text, out var count) && count is >= 1 and <= MaxArticles;

    private static Uri? ServerAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : null;

    /// <summary>
    /// Looks at the words themselves: System.CommandLine validates before it converts, and names CLR types when it cannot.
    /// </summary>
    private static void Check<T>(this Option<T> option, Func<string, bool> isRight, string otherwise) => option.Validators.Add(result =>
    {
        if (!result.Tokens.All(token => isRight(token.Value)))
        {
            result.AddError(otherwise);
        }
    });
}
