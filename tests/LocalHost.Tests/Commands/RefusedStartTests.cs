using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Ita.LocalHost.Commands;
using Ita.Tests;

namespace Ita.LocalHost.Tests.Commands;

/// <summary>When <c>localhost serve</c> reports an error and starts nothing.</summary>
public sealed class RefusedStartTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("ita-refused-").FullName;

    private string Storage => Path.Combine(data, "storage");

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Theory]
    [InlineData(0, "ITA_PORT (now ")]
    [InlineData(1, "ITA_AZURITE_PORTS=blob,queue,table (now ")]
    [InlineData(2, "ITA_AZURITE_PORTS=blob,queue,table (now ")]
    [InlineData(3, "ITA_AZURITE_PORTS=blob,queue,table (now ")]
    public async Task A_port_of_another_program_is_named_with_its_setting(int taken, string setting)
    {
        var ports = FreePorts.Take(4);
        using var foreign = new TcpListener(IPAddress.Any, ports[taken]);
        foreign.Start();
        var error = await RefusalAsync(ports);
        Assert.Contains($"listens on port {ports[taken]}. Nothing was started.", error, StringComparison.Ordinal);
        Assert.Contains(setting, error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Storage));
    }

    [Fact]
    public async Task A_port_taken_after_the_check_is_noticed_although_it_answers()
    {
        var ports = FreePorts.Take(3);
        using var foreign = new TcpListener(IPAddress.Loopback, ports[2]);
        foreign.Start();
        var refused = await Assert.ThrowsAsync<IOException>(() => Azurite.StartAsync(Repository.Root, ports, data, CancellationToken.None));
        Assert.Contains($"address already in use 127.0.0.1:{ports[2]}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_one_on_the_same_folder_is_refused_and_the_first_goes_on()
    {
        using var first = await ServeProcess.StartedAsync(data);
        Assert.Contains($"Another ./run uses {data}: stop that one first.", await RefusalAsync(), StringComparison.Ordinal);
        using var things = new StoredThings(first.ConnectionString);
        await things.CreateAsync();
    }

    [Theory]
    [InlineData("operator-key")]
    [InlineData("samples-loaded")]
    public async Task A_store_that_was_emptied_is_not_started_anew(string left)
    {
        await File.WriteAllTextAsync(Path.Combine(data, left), "left");
        var error = await RefusalAsync();
        Assert.Contains($"The store in {Storage} has lost files: __azurite_db_blob__.json, ", error, StringComparison.Ordinal);
        Assert.Contains($"Restore a copy of {data}, or move {data} away", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Storage));
    }

    [Fact]
    public async Task One_lost_file_is_named()
    {
        await UseOnceAsync();
        await File.WriteAllTextAsync(Path.Combine(data, "operator-key"), "key");
        File.Delete(Path.Combine(Storage, "__azurite_db_table__.json"));
        Assert.Contains("has lost files: __azurite_db_table__.json. Nothing was started.", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("__azurite_db_blob__.json", "")]
    [InlineData("__azurite_db_queue__.json", "{\"filename\":\"x\",\"collections\":[")]
    [InlineData("__azurite_db_table__.json", "")]
    [InlineData("__azurite_db_table__.json", "{}")]
    [InlineData("__azurite_db_table__.json", "{\"collections\":[]}")]
    [InlineData("__azurite_db_blob_extent__.json", "null")]
    public async Task A_damaged_file_is_named_and_left_as_it_is(string name, string content)
    {
        await UseOnceAsync();
        var file = Path.Combine(Storage, name);
        await File.WriteAllTextAsync(file, content);
        var error = await RefusalAsync();
        Assert.Contains($"The store is damaged: {file}: ", error, StringComparison.Ordinal);
        Assert.Contains($"Restore a copy of {data}, or move {data} away", error, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("__blobstorage__")]
    [InlineData("__queuestorage__")]
    public async Task Lost_content_of_blobs_or_messages_is_damage_too(string folder)
    {
        await UseOnceAsync();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Storage, folder)))
        {
            File.Delete(file);
        }

        Assert.Contains($"{Path.Combine(Storage, folder)}: the files of stored content are missing", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("__azurite_db_table__.json")]
    [InlineData("__azurite_db_blob__.json")]
    [InlineData("__azurite_db_queue_extent__.json")]
    public async Task A_lost_file_is_named_also_without_the_key(string name)
    {
        await UseOnceAsync();
        File.Delete(Path.Combine(Storage, name));
        Assert.Contains($"has lost files: {name}. Nothing was started.", await RefusalAsync(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Storage, name)));
    }

    [Fact]
    public async Task Files_that_others_could_read_are_made_private()
    {
        await UseOnceAsync();
        var restored = Path.Combine(Storage, "__azurite_db_table__.json");
        using (var chmod = Process.Start("chmod", ["go+rx", data, restored]))
        {
            await chmod.WaitForExitAsync();
        }

        using var serve = await ServeProcess.StartedAsync(data);
        Assert.Equal((UnixFileMode)0b110_000_000, new FileInfo(restored).UnixFileMode);
        Assert.Equal((UnixFileMode)0b111_000_000, new DirectoryInfo(data).UnixFileMode);
    }

    [Fact]
    public async Task Everything_kept_is_readable_for_its_owner_alone()
    {
        await UseOnceAsync();
        const UnixFileMode Others = (UnixFileMode)0b000_111_111;
        var entries = new DirectoryInfo(data).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Append(new DirectoryInfo(data));
        Assert.All(entries, entry => Assert.Equal(UnixFileMode.None, entry.UnixFileMode & Others));
    }

    private async Task<string> RefusalAsync(params int[] ports)
    {
        using var serve = ServeProcess.Start(data, ports);
        var (exitCode, error) = await serve.EndedAsync();
        Assert.Equal(1, exitCode);
        return error;
    }

    private async Task UseOnceAsync()
    {
        using var serve = await ServeProcess.StartedAsync(data);
        using var things = new StoredThings(serve.ConnectionString);
        await things.CreateAsync();
        await things.WriteAsync(1);
    }
}
