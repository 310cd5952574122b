using System.CommandLine;
using System.Globalization;
using ClaimTracker.Benchmarks.Pages;
using ClaimTracker.Benchmarks.Sentences;
using ClaimTracker.Benchmarks.Speed;

// Figures are compared from machine to machine.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return await new RootCommand("Measures how well and how fast texts are read.")
{
    SentencesCommand.Build(),
    LanguagesCommand.Build(),
    SpeedCommand.Build(),
    PagesCommand.Build(),
    PageSpeed.Build(),
}.Parse(args).InvokeAsync();
