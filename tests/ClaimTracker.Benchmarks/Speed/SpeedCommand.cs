using System.CommandLine;

namespace ClaimTracker.Benchmarks.Speed;

/// <summary><c>speed</c>, or <c>text</c>: how fast English is split, and what hostile paragraphs cost.</summary>
internal static class SpeedCommand
{
    public static Command Build()
    {
        var command = new Command("speed", "Measures the speed of splitting, on one thread");
        command.Aliases.Add("text");
        command.SetAction(_ => SplittingSpeed.Print());
        return command;
    }
}
