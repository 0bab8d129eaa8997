using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Ita.Intake.Answers;

/// <summary>SipHash-2-4 under a key that lives as long as one reading: nobody can find out a respondent, or make hashes meet.</summary>
internal sealed class KeyedHash
{
    private readonly ulong key0 = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));
    private readonly ulong key1 = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));

    /// <param name="word">Tells apart the hashes of one text.</param>
    public ulong Of(ReadOnlySpan<byte> text, int word)
    {
        var state = new State(key0, key1 ^ (ulong)word);
        var rest = text;
        for (; rest.Length >= 8; rest = rest[8..])
        {
            state.Take(BinaryPrimitives.ReadUInt64LittleEndian(rest));
        }

        state.Take(LastBlock(rest, text.Length));
        return state.Finish();
    }

    private static ulong LastBlock(ReadOnlySpan<byte> rest, int length)
    {
        var block = (ulong)(byte)(length & 0xFF) << 56;
        for (var index = 0; index < rest.Length; index++)
        {
            block |= (ulong)rest[index] << (8 * index);
        }

        return block;
    }

    private struct State(ulong key0, ulong key1)
    {
        private ulong a = key0 ^ 0x736f6d6570736575;
        private ulong b = key1 ^ 0x646f72616e646f6d;
        private ulong c = key0 ^ 0x6c7967656e657261;
        private ulong d = key1 ^ 0x7465646279746573;

        public void Take(ulong block)
        {
            d ^= block;
            Rounds(2);
            a ^= block;
        }

        public ulong Finish()
        {
            c ^= 0xFF;
            Rounds(4);
            return a ^ b ^ c ^ d;
        }

        private void Rounds(int count)
        {
            for (var round = 0; round < count; round++)
            {
                unchecked
                {
                    a += b;
                    c += d;
                    b = BitOperations.RotateLeft(b, 13) ^ a;
                    d = BitOperations.RotateLeft(d, 16) ^ c;
                    a = BitOperations.RotateLeft(a, 32);
                    c += b;
                    a += d;
                    b = BitOperations.RotateLeft(b, 17) ^ c;
                    d = BitOperations.RotateLeft(d, 21) ^ a;
                    c = BitOperations.RotateLeft(c, 32);
                }
            }
        }
    }
}
