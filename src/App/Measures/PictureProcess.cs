using System.Diagnostics;
using System.Reflection;
using Ita.Intake.Pictures;

namespace Ita.App.Measures;

/// <summary>Reads a picture in a process of its own: this program, started with <see cref="Argument"/>. The file is its input; its output is a line
/// (<c>type width height</c>, or the fault) and the stored file.</summary>
/// <remarks>The decoder is native code, and its input is not trusted. A fault in it ends that process only, which can be killed, has no variable of
/// the app in its environment, and in the image is not root (infra/unprivileged).</remarks>
public static class PictureProcess
{
    /// <summary>The argument of the program that starts it as such a process.</summary>
    public const string Argument = "read-picture";

    /// <summary>The argument of the program that reads an emblem, see <see cref="EmblemReader"/>.</summary>
    public const string EmblemArgument = "read-emblem";

    private const string Program = "Ita.Functions";
    private const string Unprivileged = "/usr/local/bin/unprivileged";

    /// <summary>The command of such a process; null when this process is another program, as in tests.</summary>
    public static IReadOnlyList<string>? Command { get; } = Find();

    /// <summary>Reads the picture from the input and writes it to the output: the whole work of such a process.</summary>
    /// <param name="argument">The argument that the process was started with.</param>
    public static void Serve(string argument, Stream input, Stream output)
    {
        using var file = new MemoryStream();
        input.CopyTo(file);
        var (picture, fault) = argument == EmblemArgument ? EmblemReader.Read(file.ToArray()) : PictureReader.Read(file.ToArray());
        var line = picture is null ? $"{fault}\n" : FormattableString.Invariant($"{picture.ContentType} {picture.Width} {picture.Height}\n");
        output.Write(Encoding.ASCII.GetBytes(line));
        output.Write(picture?.Bytes ?? []);
        output.Flush();
    }

    /// <summary>Reads a picture in a new process, which is killed when the token is cancelled.</summary>
    public static async Task<(Picture? Picture, PictureFault? Fault)> ReadAsync(
        IReadOnlyList<string> command, byte[] file, CancellationToken cancellationToken)
    {
        using var process = Process.Start(StartOf(command))!;
        await using var killing = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        using var output = new MemoryStream();
        try
        {
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
            await process.StandardInput.BaseStream.WriteAsync(file, cancellationToken);
            process.StandardInput.Close();
            await reading;
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (IOException)
        {
            // It ended before it had read everything.
            await process.WaitForExitAsync(cancellationToken);
        }

        return process.ExitCode == 0 ? Parse(output.ToArray()) : (null, PictureFault.Broken);
    }

    private static (Picture? Picture, PictureFault? Fault) Parse(byte[] output)
    {
        var end = Array.IndexOf(output, (byte)'\n');
        return Encoding.ASCII.GetString(output, 0, Math.Max(end, 0)).Split(' ') switch
        {
            [var type, var width, var height] => (new(type, Number(width), Number(height), output[(end + 1)..]), null),
            [var fault] when Enum.TryParse<PictureFault>(fault, out var known) => (null, known),
            _ => (null, PictureFault.Broken),
        };
    }

    private static ProcessStartInfo StartOf(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        return start;
    }

    private static List<string>? Find()
    {
        var assembly = Assembly.GetEntryAssembly();
        if (assembly?.GetName().Name != Program || Environment.ProcessPath is not { } path)
        {
            return null;
        }

        List<string> command = File.Exists(Unprivileged) ? [Unprivileged, path] : [path];
        if (Path.GetFileNameWithoutExtension(path) == "dotnet")
        {
            command.Add(assembly.Location);
        }

        return [.. command, Argument];
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
