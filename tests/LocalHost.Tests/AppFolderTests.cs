using Ita.LocalHost.App;
using Ita.LocalHost.Blobs;
using Ita.LocalHost.Http;
using Ita.Tests;

namespace Ita.LocalHost.Tests;

public sealed class AppFolderTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public void The_app_of_this_repository_can_be_hosted()
    {
        var root = Repository.Root;
        File.Copy(Path.Combine(root, "host.json"), Path.Combine(app.Folder, "host.json"), overwrite: true);
        foreach (var file in Directory.EnumerateDirectories(Path.Combine(root, "src", "Functions")).Select(folder => Path.Combine(folder, "function.json")).Where(File.Exists))
        {
            app.Function(Path.GetFileName(Path.GetDirectoryName(file)!), File.ReadAllText(file));
        }

        app.Settings["ANNUAL_SCHEDULE"] = "0 0 3 2 1 *";
        var read = Read();
        var routes = new RouteTable(read.Functions, read.Host.RoutePrefix);
        Assert.Equal("Health", routes.Match("GET", "/api/health/live")?.Name);
        Assert.Equal("HttpApi", routes.Match("GET", "/api/v1/results/2566/x")?.Name);
        Assert.Equal("handler", read.Host.Handler.Executable);
    }

    [Fact]
    public void All_faults_are_listed_together()
    {
        app.Function("9lives", """{"bindings":[{"type":"queueTrigger","name":"a_b","direction":"in"},{"type":"queue","name":"A_B","direction":"out","queueName":"%UNSET%"}]}""");
        app.Function("Two", """{"bindings":[{"type":"httpTrigger","name":"req","direction":"in"},{"type":"http","name":"res","direction":"out"},{"type":"queue","name":"q","direction":"out","queueName":"q"}]}""");
        app.Function("None", """{"bindings":[]}""");
        var message = Assert.Throws<AppFolderException>(Read).Message;
        Assert.All(
            ["9lives: the folder", "'a_b' is no binding name", "same name", "needs 'queueName'", "%UNSET%", "leaves raw HTTP mode", "None: exactly one trigger"],
            fault => Assert.Contains(fault, message, StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_come_from_the_caller_before_the_file_and_fill_tokens()
    {
        File.WriteAllText(Path.Combine(app.Folder, "local.settings.json"), """{"Values":{"ITA_TEST_QUEUE":"from-file","ITA_TEST_OTHER":"other"}}""");
        app.Settings["ITA_TEST_QUEUE"] = "from-caller";
        app.Function("Work", """{"bindings":[{"type":"queueTrigger","name":"job","direction":"in","queueName":"%ITA_TEST_QUEUE%-%ITA_TEST_OTHER%"}]}""");
        Assert.Equal("from-caller-other", Read().Functions[0].Trigger["queueName"]);
    }

    [Fact]
    public void A_setting_overrides_host_json_and_may_give_arguments_as_json()
    {
        app.With("customHandler__description__arguments", """["a","b c"]""").With("functionTimeout", "-1");
        var host = Read().Host;
        Assert.Equal(["a", "b c"], host.Handler.Arguments);
        Assert.Null(host.FunctionTimeout);
    }

    [Fact]
    public void A_disabled_function_is_left_out()
    {
        app.Http().Queue().Settings["AzureWebJobs.Work.Disabled"] = "true";
        Assert.Equal(["HttpApi"], Read().Functions.Select(function => function.Name));
    }

    [Fact]
    public void The_first_route_by_name_wins_whatever_its_case()
    {
        app.Http("{*path}", "api").Http("health/{kind?}", "Health");
        Assert.Equal("api", new RouteTable(Read().Functions, "api").Match("GET", "/api/health")?.Name);
    }

    [Theory]
    [InlineData("/api", "HttpApi")]
    [InlineData("/api/a/b/c", "HttpApi")]
    [InlineData("/Ingest", null)]
    [InlineData("/apix/a", null)]
    public void Only_what_is_below_the_prefix_matches(string path, string? function) =>
        Assert.Equal(function, new RouteTable(ReadHttp().Functions, "api").Match("GET", path)?.Name);

    [Theory]
    [InlineData("uploads/{name}", "2566/ผล คะแนน.csv", "2566/ผล คะแนน.csv")]
    [InlineData("uploads/{name}.csv", "a.b.csv", "a.b")]
    [InlineData("uploads/in/{name}", "out/a", null)]
    [InlineData("uploads", "a", "a")]
    public void The_token_of_a_blob_path_is_found(string path, string blob, string? name) =>
        Assert.Equal(name, BlobPattern.Parse(path).Match(blob)?.Single().Value);

    [Fact]
    public void The_pause_before_a_retry_doubles_up_to_its_limit()
    {
        var policy = RetryPolicy.From("exponentialBackoff", 5, key => key == "minimumInterval" ? "00:00:30" : "00:03:00");
        Assert.Equal([30, 60, 120, 180, 180], Enumerable.Range(1, 5).Select(retry => policy.PauseBefore(retry).TotalSeconds));
        Assert.True(policy.Allows(5));
        Assert.False(policy.Allows(6));
    }

    private AppFolder Read() => AppFolder.Read(app.Folder, app.Settings);

    private AppFolder ReadHttp()
    {
        app.Http();
        return Read();
    }
}
