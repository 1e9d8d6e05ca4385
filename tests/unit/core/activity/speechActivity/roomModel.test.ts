import { describe, expect, it } from 'vitest';
import { type Room, RoomModel } from '../../../../../core/activity/speechActivity/roomModel.ts';

interface Sound {
  readonly frames: number;
  readonly levelDb: number;
  readonly probability: number;
}

function roomAfter(...sounds: readonly Sound[]): Room {
  const model = new RoomModel();
  let room: Room | undefined;
  for (const { frames, levelDb, probability } of sounds) {
    for (let i = 0; i < frames; i += 1) room = model.next(10 ** (levelDb / 10), levelDb, levelDb, probability);
  }
  return room!;
}

const repeated = (times: number, ...sounds: readonly Sound[]) => Array.from({ length: times }, () => sounds).flat();
const talker: Sound = { frames: 100, levelDb: -20, probability: 0.99 };

describe('RoomModel', () => {
  it('finds the floor in the pauses of the talker', () => {
    const pause: Sound = { frames: 100, levelDb: -60, probability: 0.01 };
    const room = roomAfter(...repeated(5, pause, talker));
    expect(room.floorDb).toBeCloseTo(-60, 0);
    expect(room.talkerDb).toBeCloseTo(-19, 0);
    expect(room.speechLikeness).toBeLessThan(0.02);
  });

  it('detects others who talk in the pauses', () => {
    const othersTalk: Sound = { frames: 200, levelDb: -42, probability: 0.9 };
    expect(roomAfter(...repeated(5, talker, othersTalk)).speechLikeness).toBeGreaterThan(0.6);
  });

  it("does not mistake the talker's own soft turns for others in the room", () => {
    const pause: Sound = { frames: 100, levelDb: -60, probability: 0.01 };
    const softTurn: Sound = { ...talker, levelDb: -38 };
    const room = roomAfter(...repeated(3, pause, talker), ...repeated(5, pause, softTurn));
    expect(room.speechLikeness).toBeGreaterThan(0.2);
    expect(room.quietLikeness).toBeLessThan(0.02);
  });

  it('detects talk in the quietest moments of a room that never falls silent', () => {
    const othersTalk: Sound = { frames: 200, levelDb: -42, probability: 0.9 };
    expect(roomAfter(...repeated(5, talker, othersTalk)).quietLikeness).toBeGreaterThan(0.6);
  });

  it("remembers the talker's level while the room is heard for long", () => {
    const othersTalk: Sound = { frames: 6000, levelDb: -40, probability: 0.9 };
    const room = roomAfter(...repeated(5, talker), othersTalk);
    expect(room.talkerDb).toBeCloseTo(-39, 0);
    expect(room.longTalkerDb).toBeCloseTo(-19, 0);
  });

  it('assumes that the loudest sound is the talker until there is speech', () => {
    const noise: Sound = { frames: 100, levelDb: -50, probability: 0.1 };
    const room = roomAfter(noise);
    expect(room.talkerDb).toBe(room.loudDb);
    expect(room.speechFrames).toBe(0);
  });
});
