using ClaimTracker.Benchmarks.Measuring;

namespace ClaimTracker.Benchmarks.Floors;

/// <summary>The floors as a process of their own, as the service is one.</summary>
internal sealed class FloorProcess : IDisposable
{
    public const string Greeting = "The floors listen on ";

    private readonly Child _child;

    private FloorProcess(Child child, int port) => (_child, Port) = (child, port);

    public int Port { get; }

    public int Id => _child.Id;

    /// <param name="database">The SQLite file of the service; it is only read.</param>
    /// <param name="folder">A folder for the naive writer's.</param>
    public static async Task<FloorProcess> StartAsync(string database, string folder)
    {
        var (child, port) = await Child.StartAsync(
            [typeof(FloorProcess).Assembly.Location, FloorCommand.Name, database, Path.Combine(folder, "naive.db")],
            static line => line.StartsWith(Greeting, StringComparison.Ordinal) ? int.Parse(line[Greeting.Length..]) : (int?)null);
        return new FloorProcess(child, port);
    }

    public void Dispose() => _child.Dispose();
}
