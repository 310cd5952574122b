using System.CommandLine;
using System.Globalization;
using ClaimTracker.Benchmarks;
using ClaimTracker.Benchmarks.Anchors;
using ClaimTracker.Benchmarks.Export;
using ClaimTracker.Benchmarks.Floors;
using ClaimTracker.Benchmarks.Generating;
using ClaimTracker.Benchmarks.Http;
using ClaimTracker.Benchmarks.Matching;
using ClaimTracker.Benchmarks.Micro;
using ClaimTracker.Benchmarks.Pages;
using ClaimTracker.Benchmarks.Postgres;
using ClaimTracker.Benchmarks.Scale;
using ClaimTracker.Benchmarks.Sentences;
using ClaimTracker.Benchmarks.Speed;
using ClaimTracker.Benchmarks.Worthiness;

// Figures are compared from machine to machine.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

return await new RootCommand("Measures how well and how fast texts are read, and how fast the service is.")
{
    SentencesCommand.Build(),
    LanguagesCommand.Build(),
    SpeedCommand.Build(),
    PagesCommand.Build(),
    PageSpeed.Build(),
    AnchorsCommand.Build(),
    MatchingCommand.Build(),
    MatchingScaleCommand.Build(),
    WorthinessCommand.Build(),
    MicroCommand.Build(),
    GenerateCommand.Build(),
    HttpCommand.Build(),
    ScaleCommand.Build(),
    ExportCommand.Build(),
    PostgresCommand.Build(),
    AllCommand.Build(),
    FloorCommand.Build(),
}.Parse(args).InvokeAsync();
