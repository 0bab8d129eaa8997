using System.Runtime.CompilerServices;

namespace Ita.Reports.Tests;

/// <summary>
/// Compares a text with the file a person has reviewed: <c>{Test class}.{Test}.verified.{extension}</c> beside the test. What differs is
/// written to <c>*.received.*</c>; to accept it, rename it.
/// </summary>
internal static class Golden
{
    public static void Matches(string actual, string extension, [CallerFilePath] string test = "", [CallerMemberName] string name = "")
    {
        var verified = $"{Path.ChangeExtension(test, null)}.{name}.verified.{extension}";
        var received = $"{Path.ChangeExtension(test, null)}.{name}.received.{extension}";
        var text = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (File.Exists(verified) && File.ReadAllText(verified) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{Path.GetFileName(received)} is not what was reviewed. If it is right, rename it to {Path.GetFileName(verified)}.");
    }
}
