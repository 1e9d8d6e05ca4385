# Counts the syllables of each channel after De Jong & Wempe (2009) and does nothing else, so as to be as fast as Praat can
# be: peaks of intensity above -25 dB below its 99th percentile with a dip of 2 dB before them, where there is pitch.
form Count syllables
  sentence Recording
endform
recording = Read from file: recording$
channels = Get number of channels
for channel to channels
  selectObject: recording
  sound = Extract one channel: channel
  intensity = To Intensity: 50, 0, "yes"
  loud = Get quantile: 0, 0, 0.99
  softest = Get minimum: 0, 0, "parabolic"
  threshold = max (loud - 25, softest)
  peaks = To IntensityTier (peaks)
  peakCount = Get number of points
  selectObject: sound
  pitch = To Pitch (ac): 0.02, 30, 4, "no", 0.03, 0.25, 0.01, 0.35, 0.25, 450
  syllables = 0
  candidate = 0
  candidateDb = 0
  for peak to peakCount
    selectObject: peaks
    db = Get value at index: peak
    if db > threshold
      time = Get time from index: peak
      if candidate
        selectObject: intensity
        dipDb = Get minimum: candidateTime, time, "none"
        if candidateDb - dipDb > 2
          selectObject: pitch
          f0 = Get value at time: candidateTime, "hertz", "linear"
          if f0 <> undefined
            syllables += 1
          endif
        endif
      endif
      candidate = 1
      candidateTime = time
      candidateDb = db
    endif
  endfor
  if candidate
    selectObject: pitch
    f0 = Get value at time: candidateTime, "hertz", "linear"
    if f0 <> undefined
      syllables += 1
    endif
  endif
  appendInfoLine: syllables
  removeObject: sound, intensity, peaks, pitch
endfor
