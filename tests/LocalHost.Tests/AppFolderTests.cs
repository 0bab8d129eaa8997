using Ita.LocalHost.App;
using Ita.LocalHost.Common;

namespace Ita.LocalHost.Tests;

public sealed class AppFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ita-localhost-").FullName;
    private readonly Dictionary<string, string> settings = [];

    public AppFolderTests()
    {
        Write("host.json", """{ "version": "2.0", "functionTimeout": "00:05:00", "extensions": { "queues": { "batchSize": 4 } } }""");
        Write("worker.config.json", """{ "description": { "defaultExecutablePath": "dotnet", "defaultWorkerPath": "App.dll" } }""");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Settings_come_from_the_caller_before_the_environment_before_the_file()
    {
        Write("local.settings.json", """{ "Values": { "ITA_A": "file", "ITA_B": "file", "PATH": "file", "ITA__C": "file" } }""");
        settings["ITA_A"] = "caller";
        var read = Read().Settings;
        Assert.Equal(("caller", "file", "file"), (read["ITA_A"], read["ITA_B"], read["ITA:C"]));
        Assert.NotEqual("file", read["PATH"]);
        Assert.Equal(["ITA_A", "ITA_B", "ITA__C"], read.Added.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_setting_overrides_a_key_of_host_json()
    {
        settings["AzureFunctionsJobHost__functionTimeout"] = "-1";
        settings["AzureFunctionsJobHost__extensions__http__routePrefix"] = "/v2/";
        settings["AzureFunctionsJobHost__extensions__queues__batchSize"] = "9";
        var host = Read();
        Assert.Null(host.FunctionTimeout);
        Assert.Equal("v2", host.RoutePrefix);
        Assert.Contains(KeyValuePair.Create<string, string?>("AzureWebJobs:extensions:queues:batchSize", "9"), host.Extensions);
    }

    [Fact]
    public void A_worker_may_be_an_executable_of_its_own()
    {
        Assert.Equal(["dotnet", Path.Combine(folder, "App.dll")], Read().WorkerCommand);
        Write("worker.config.json", """{ "description": { "defaultExecutablePath": "{WorkerRoot}App", "defaultWorkerPath": "App.dll" } }""");
        Assert.Equal([Path.Combine(folder, "App"), Path.Combine(folder, "App.dll")], Read().WorkerCommand);
    }

    [Theory]
    [InlineData("host.json", """{ "version": "3.0" }""", "\"version\": \"2.0\"")]
    [InlineData("host.json", null, "no host.json")]
    [InlineData("worker.config.json", null, "no worker.config.json")]
    public void A_folder_that_holds_no_worker_app_is_refused(string file, string? content, string message)
    {
        File.Delete(Path.Combine(folder, file));
        if (content is not null)
        {
            Write(file, content);
        }

        Assert.Contains(message, Assert.Throws<HostingException>(Read).Message, StringComparison.Ordinal);
    }

    private void Write(string file, string content) => File.WriteAllText(Path.Combine(folder, file), content);

    private AppFolder Read() => new(folder, settings);
}
