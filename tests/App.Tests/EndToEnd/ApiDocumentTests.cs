using System.Text.Json;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The OpenAPI document, for tools and developers of clients.</summary>
[Collection(AppTests.Name)]
public sealed class ApiDocumentTests(RunningApp running)
{
    [Theory]
    [InlineData("get", "frameworks/{year}", false)]
    [InlineData("get", "sample-size", false)]
    [InlineData("post", "uploads", true)]
    [InlineData("get", "results/{year}/{agency}/plan", false)]
    [InlineData("patch", "measures/{year}/{agency}/{id}", true)]
    [InlineData("post", "reports/{year}/{agency}/{kind}", true)]
    [InlineData("get", "verify/{id}", false)]
    [InlineData("post", "runs", true)]
    [InlineData("post", "surveys/{year}/{agency}/{instrument}/responses", false)]
    public async Task It_names_each_call_and_whether_that_always_needs_a_key(string method, string path, bool needsKey)
    {
        var document = await DocumentAsync();

        var call = document.GetProperty("paths").GetProperty($"/api/v1/{path}").GetProperty(method);
        Assert.Equal(needsKey, call.TryGetProperty("security", out _));
        Assert.Equal(path.Split('/')[0], call.GetProperty("tags")[0].GetString());
    }

    [Fact]
    public async Task The_document_contains_no_endpoint_that_only_the_host_calls()
    {
        var paths = (await DocumentAsync()).GetProperty("paths").EnumerateObject().Select(path => path.Name);

        Assert.All(paths, path => Assert.StartsWith("/api/v1/", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Parameters_are_named_as_the_documentation_writes_them()
    {
        var parameters = (await DocumentAsync()).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .SelectMany(call => call.Value.TryGetProperty("parameters", out var some) ? some.EnumerateArray() : [])
            .Where(parameter => parameter.GetProperty("in").GetString() is "path" or "query")
            .Select(parameter => parameter.GetProperty("name").GetString()!).ToList();

        Assert.NotEmpty(parameters);
        Assert.All(parameters, name => Assert.Matches("^[a-z]", name));
    }

    private async Task<JsonElement> DocumentAsync()
    {
        using var answer = await running.App.Public.GetAsync("/api/openapi/v1.json");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
