using ClaimTracker.Api.Commands;

return await CommandLine.RunAsync(args);
