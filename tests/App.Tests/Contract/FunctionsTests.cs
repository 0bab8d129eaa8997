using System.Text.Json;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Contract;

/// <summary>Checks the files of the built app that the Functions host reads.</summary>
public sealed class FunctionsTests
{
    private const string Poison = StorageNames.Queues.PoisonSuffix;

    [Theory]
    [InlineData("worker.config.json")]
    [InlineData("functions.metadata")]
    [InlineData("extensions.json")]
    [InlineData("host.json")]
    [InlineData(".azurefunctions/Microsoft.Azure.WebJobs.Extensions.Storage.Queues.dll")]
    public void The_app_folder_holds_what_the_host_needs(string file) => Assert.True(File.Exists(Path.Combine(BuiltApp.Folder, file)), file);

    [Fact]
    public void No_function_json_and_no_custom_handler_is_left()
    {
        Assert.Empty(Directory.EnumerateFiles(BuiltApp.Folder, "function.json", SearchOption.AllDirectories));
        Assert.DoesNotContain("customHandler", File.ReadAllText(Path.Combine(BuiltApp.Folder, "host.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_area_has_an_http_function_and_the_catch_all_is_the_pages() => Assert.Equal(
        ["Api api/v1/{*path}", "Health api/health/{kind?}", "Pages {*path}"],
        FunctionMetadata.All.Where(function => function.IsHttp)
            .Select(function => $"{function.Function} {FunctionMetadata.Text(function.Trigger, "route")}").Order(StringComparer.Ordinal));

    [Fact]
    public void Host_json_adds_no_prefix_to_the_routes() => Assert.Equal(
        "",
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(BuiltApp.Folder, "host.json")))
            .GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public void Every_queue_is_one_that_the_app_creates() =>
        Assert.All(
            FunctionMetadata.All.Select(function => function.Queue).OfType<string>(),
            queue => Assert.Contains(queue, StorageNames.Queues.All));

    [Fact]
    public void Every_queue_of_jobs_has_a_function_for_its_poison()
    {
        var queues = FunctionMetadata.All.Select(function => function.Queue).OfType<string>().ToList();

        Assert.All(queues.Where(queue => !queue.EndsWith(Poison, StringComparison.Ordinal)), queue => Assert.Contains(queue + Poison, queues));
    }

    [Fact]
    public void Every_queue_function_binds_bytes_because_text_would_be_changed() => Assert.All(
        FunctionMetadata.All.Where(function => function.Queue is not null),
        function => Assert.Equal("Binary", FunctionMetadata.Text(function.Trigger, "dataType")));

    [Fact]
    public void The_annual_timer_is_retried_because_it_has_no_queue()
    {
        var timer = Timer("AnnualRun");

        Assert.Equal("%ANNUAL_SCHEDULE%", FunctionMetadata.Text(timer.Trigger, "schedule"));
        Assert.Equal(5, timer.Retry?.GetProperty("maxRetryCount").GetInt32());
    }

    [Fact]
    public void Surveys_are_closed_every_five_minutes() =>
        Assert.Equal("0 */5 * * * *", FunctionMetadata.Text(Timer("CloseDueSurveys").Trigger, "schedule"));

    [Fact]
    public void Appeals_are_ended_every_five_minutes() =>
        Assert.Equal("0 */5 * * * *", FunctionMetadata.Text(Timer("EndDueAppeals").Trigger, "schedule"));

    private static FunctionMetadata Timer(string name) =>
        Assert.Single(FunctionMetadata.All, function => FunctionMetadata.TypeOf(function.Trigger) == "timerTrigger" && function.Function == name);
}
