// The floors below a feature, and the words of the framework: known in every file, so that a use case begins with what it is about.
global using ClaimTracker.Api.Domain.Access;
global using ClaimTracker.Api.Domain.History;
global using ClaimTracker.Api.Domain.UseCases;
global using ClaimTracker.Api.Domain.Words;
global using ClaimTracker.Api.Domain.Writing;
global using ClaimTracker.Api.Web;
global using ClaimTracker.Api.Web.Binding;
global using ClaimTracker.Api.Web.Json;
global using ClaimTracker.Api.Web.Lists;
global using ClaimTracker.Api.Web.OpenApi;
global using ClaimTracker.Api.Web.Problems;
global using ClaimTracker.Api.Web.Replies;
global using ClaimTracker.Api.Web.Validation;
global using ClaimTracker.Data;
global using ClaimTracker.Text;
global using FastEndpoints;
global using FluentValidation;
