namespace ClaimTracker.Api.Commands;

/// <summary>The settings of the program: appsettings.json, then environment variables, then the command line; the later wins.</summary>
/// <param name="Configuration">All settings.</param>
internal sealed record Settings(IConfiguration Configuration)
{
    public const string DefaultUrls = "http://127.0.0.1:5080";
    public const string DefaultDataFolder = "./data";

    public string Urls => Configuration["Urls"] ?? DefaultUrls;

    /// <summary>The folder of the database, relative to where the program was started.</summary>
    public string DataFolder => Configuration["Data:Folder"] ?? DefaultDataFolder;

    /// <summary>The connection string of a PostgreSQL database, or null for the embedded SQLite one.</summary>
    public string? Postgres => Configuration["ConnectionStrings:Postgres"];

    /// <summary>A key that the operator provides; without one, one is made on the first start.</summary>
    public string? AdminKey => Configuration["Auth:AdminKey"];

    /// <summary>Whether who sends no key may read what was published.</summary>
    public bool Public => Configuration.Flag("Auth:Public", otherwise: false);

    /// <summary>Whether a proxy stands before the service, and says in X-Forwarded headers who asks.</summary>
    public bool BehindProxy => Configuration.Flag("Proxy:Behind", otherwise: false);

    public static Settings Load(string? urls, string? dataFolder, string? postgres, bool behindProxy = false)
    {
        var options = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Urls"] = urls,
            ["Data:Folder"] = dataFolder,
            ["ConnectionStrings:Postgres"] = postgres,
            ["Proxy:Behind"] = behindProxy ? "true" : null,
        };
        try
        {
            return new Settings(new ConfigurationBuilder()
                .SetBasePath(AppContext.BaseDirectory)
                .AddJsonFile("appsettings.json", optional: true)
                .AddEnvironmentVariables("ASPNETCORE_")
                .AddEnvironmentVariables()
                .AddInMemoryCollection(options.Where(static option => option.Value is not null))
                .Build());
        }
        catch (InvalidDataException broken)
        {
            throw new StartException($"The settings cannot be read: {(broken.InnerException ?? broken).Message.ReplaceLineEndings(" ")}");
        }
    }
}
