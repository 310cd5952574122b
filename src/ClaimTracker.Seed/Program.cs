using ClaimTracker.Seed;

return await SeedCommand.RunAsync(args);
