using System.Text.Json;
using System.Text.RegularExpressions;
using Ita.Functions.Invocation;
using Ita.Functions.Storage;
using Ita.Functions.Tests.Hosting;

namespace Ita.Functions.Tests.Contract;

/// <summary>The rules of the Functions host for host.json and function.json, which it tells nobody but its log (contract.md, section 5).</summary>
public sealed partial class FunctionFilesTests
{
    private const string Poison = StorageNames.Queues.PoisonSuffix;

    [Fact]
    public void Every_folder_has_a_name_the_host_takes() =>
        Assert.All(BuiltApp.Functions, name => Assert.True(FolderName().IsMatch(name) && !name.Equals("host", StringComparison.OrdinalIgnoreCase), name));

    [Fact]
    public void Every_folder_holds_its_function_json_and_nothing_else() =>
        Assert.All(BuiltApp.Functions, name => Assert.Single(Directory.GetFileSystemEntries(Path.Combine(BuiltApp.Folder, name))));

    [Fact]
    public void Every_function_has_exactly_one_trigger() => Assert.All(FunctionFile.All, function => Assert.Single(function.Triggers));

    [Fact]
    public void Binding_names_are_letters_and_digits_and_unique_within_a_function() => Assert.All(FunctionFile.All, function =>
    {
        var names = function.Bindings.Select(FunctionFile.NameOf).ToList();
        Assert.All(names, name => Assert.Matches(BindingName(), name));
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    });

    [Fact]
    public void An_http_function_has_one_input_and_one_output_or_it_would_fall_back_to_payloads() =>
        Assert.All(FunctionFile.All.Where(function => function.IsHttp), function =>
        {
            Assert.Equal("httpTrigger", FunctionFile.TypeOf(Assert.Single(function.Going("in"))));
            Assert.Equal("http", FunctionFile.TypeOf(Assert.Single(function.Going("out"))));
        });

    [Fact]
    public void The_catch_all_sorts_last_among_the_http_functions_for_the_first_match_wins()
    {
        var last = FunctionFile.All.Where(function => function.IsHttp).MaxBy(function => function.Function, StringComparer.OrdinalIgnoreCase)!;

        Assert.Equal("{*path}", FunctionFile.Text(last.Triggers.Single(), "route"));
    }

    [Fact]
    public void Every_step_has_a_folder_and_every_folder_but_the_http_ones_has_a_step() => Assert.Equal(
        FunctionFile.All.Where(function => !function.IsHttp).Select(function => function.Function).Order(StringComparer.Ordinal),
        Steps().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_queue_is_one_that_the_app_creates() =>
        Assert.All(FunctionFile.All.SelectMany(function => function.Queues), queue => Assert.Contains(queue, StorageNames.Queues.All));

    [Fact]
    public void Every_queue_that_is_worked_on_has_a_function_for_its_poison()
    {
        var queues = FunctionFile.All.Select(function => function.TriggerQueue).OfType<string>().ToList();

        Assert.All(queues.Where(queue => !queue.EndsWith(Poison, StringComparison.Ordinal)), queue => Assert.Contains(queue + Poison, queues));
    }

    [Fact]
    public void Queue_and_blob_inputs_come_as_bytes() =>
        Assert.All(FunctionFile.All.SelectMany(function => function.Triggers).Where(IsQueueOrBlob), trigger => Assert.Equal("binary", FunctionFile.Text(trigger, "dataType")));

    [Fact]
    public void Host_json_keeps_the_prefix_that_hides_the_invocations_and_turns_both_ways_of_raw_http_on()
    {
        var host = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(BuiltApp.Folder, "host.json")));

        Assert.Equal("2.0", host.GetProperty("version").GetString());
        Assert.Equal("api", host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.True(host.GetProperty("customHandler").GetProperty("enableForwardingHttpRequest").GetBoolean());
        Assert.True(host.GetProperty("customHandler").GetProperty("enableProxyingHttpRequest").GetBoolean());
        Assert.True(File.Exists(Path.Combine(BuiltApp.Folder, host.GetProperty("customHandler").GetProperty("description").GetProperty("defaultExecutablePath").GetString()!)));
    }

    // By habit a step is called after its function; InvocationTests ask the running handler whether it is registered.
    private static IEnumerable<string> Steps() => typeof(IStep).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IStep)))
        .Select(type => type.Name[..^"Step".Length]);

    private static bool IsQueueOrBlob(JsonElement trigger) => FunctionFile.TypeOf(trigger) is "queueTrigger" or "blobTrigger";

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9_-]{0,127}$")]
    private static partial Regex FolderName();

    [GeneratedRegex(@"^([a-zA-Z][a-zA-Z0-9]{0,127}|\$return)$")]
    private static partial Regex BindingName();
}
