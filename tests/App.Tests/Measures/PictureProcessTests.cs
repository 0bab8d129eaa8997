using Ita.App.Measures;
using Ita.App.Tests.Hosting;
using Ita.Intake.Pictures;
using Ita.Tests;

namespace Ita.App.Tests.Measures;

/// <summary>The process that reads a picture: the real program, and programs that hang, crash or answer nonsense in its place.</summary>
public sealed class PictureProcessTests
{
    private static readonly string[] Real = ["dotnet", BuiltApp.Worker, PictureProcess.Argument];

    [Fact]
    public async Task The_program_reads_a_picture_as_the_library_does()
    {
        byte[][] files =
            [PictureFiles.FromTelephone(6), OddPictures.Png(30, 20), OddPictures.WithEmptyScans(23), PictureFiles.Jpeg[..300], []];
        foreach (var file in files)
        {
            var (expected, fault) = PictureReader.Read(file);
            var (picture, found) = await ReadAsync(Real, file);

            Assert.Equal(fault, found);
            Assert.Equal(expected is null ? null : expected with { Bytes = [] }, picture is null ? null : picture with { Bytes = [] });
            Assert.Equal(expected?.Bytes, picture?.Bytes);
        }
    }

    [Theory]
    [InlineData("kill -SEGV $$")]
    [InlineData("exit 3")]
    [InlineData("echo nonsense")]
    [InlineData("cat > /dev/null; echo")]
    [InlineData(":")]
    public async Task A_program_that_crashes_or_answers_nonsense_makes_a_broken_picture(string script) =>
        Assert.Equal((null, PictureFault.Broken), await ReadAsync(["/bin/sh", "-c", script], new byte[1_000_000]));

    [Fact]
    public async Task A_program_that_hangs_is_killed_and_the_next_picture_is_read()
    {
        var mark = $"hanging-picture-of-{Environment.ProcessId}";
        using var hanging = new PictureReading(["/bin/sh", "-c", "sleep 600; :", mark], TimeSpan.FromMilliseconds(200));

        Assert.Equal((null, PictureFault.TooSlow), await hanging.ReadAsync(PictureFiles.Jpeg, CancellationToken.None));
        Assert.Equal((null, PictureFault.TooSlow), await hanging.ReadAsync(PictureFiles.Jpeg, CancellationToken.None));
        await Eventually.TrueAsync(() => Task.FromResult(!IsRunning(mark)), "the program is killed");
    }

    [Fact]
    public async Task The_program_gets_no_variable_of_the_app()
    {
        Environment.SetEnvironmentVariable("ITA_PICTURE_TEST_SECRET", "secret");

        var (_, fault) = await ReadAsync(["/bin/sh", "-c", "test -z \"$ITA_PICTURE_TEST_SECRET\" && echo TooManyScans"], []);

        Assert.Equal(PictureFault.TooManyScans, fault);
    }

    private static async Task<(Picture? Picture, PictureFault? Fault)> ReadAsync(string[] command, byte[] file)
    {
        using var reading = new PictureReading(command, TimeSpan.FromMinutes(1));
        return await reading.ReadAsync(file, CancellationToken.None);
    }

    private static bool IsRunning(string mark) => Directory.EnumerateDirectories("/proc")
        .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]))
        .Any(folder => TextOf($"{folder}/cmdline").Contains(mark, StringComparison.Ordinal));

    // Empty for a process that has ended.
    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
